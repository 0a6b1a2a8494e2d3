package himalia.worker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Tells those parts of the JDK of added jars that look for services once and never again: {@code DriverManager} and
 * {@code ImageIO}. One that nobody has used yet finds them by itself, and is not loaded for it.
 */
final class AddedServices {
    private static final String SERVICES = "META-INF/services/";
    private static final List<String> IMAGE_SERVICES =
            List.of(
                    "ImageReaderSpi",
                    "ImageWriterSpi",
                    "ImageInputStreamSpi",
                    "ImageOutputStreamSpi");

    /** An initialiser of a driver may do anything; nothing else waits for it longer. */
    private static final long PATIENCE_MS = 5_000;

    private final ClassLoader loader;
    private final List<Runnable> work = new ArrayList<>();

    private AddedServices(ClassLoader loader) {
        this.loader = loader;
    }

    /** Makes known what is in the jars, which {@code loader} has by now. */
    static void announce(List<String> jars, ClassLoader loader) {
        var services = new AddedServices(loader);
        if (isLoaded("java.sql.DriverManager", ClassLoader.getPlatformClassLoader())) {
            jars.forEach(services::drivers);
        }
        if (isLoaded("javax.imageio.ImageIO", loader)) {
            services.images(jars);
        }
        services.run();
    }

    private void drivers(String jar) {
        for (var line : text(jar, "java.sql.Driver").lines().toList()) {
            var name = line.replaceFirst("#.*", "").strip();
            if (!name.isEmpty()) {
                // It registers itself as it is initialised: JDBC demands so.
                work.add(() -> initialise(name));
            }
        }
    }

    private void initialise(String name) {
        try {
            Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.DEBUG, "no driver " + name, e);
        }
    }

    private void images(List<String> jars) {
        boolean any =
                jars.stream()
                        .anyMatch(
                                jar ->
                                        IMAGE_SERVICES.stream()
                                                .anyMatch(
                                                        each ->
                                                                !text(
                                                                                jar,
                                                                                "javax.imageio.spi."
                                                                                        + each)
                                                                        .isEmpty()));
        if (any) {
            work.add(javax.imageio.ImageIO::scanForPlugins);
        }
    }

    /** On a thread of its own: the link must not hang with somebody's code. */
    private void run() {
        if (work.isEmpty()) {
            return;
        }
        var thread = new Thread(() -> work.forEach(Runnable::run), "himalia-services");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether a loader has defined a class, or found it for somebody; asking does not load it. */
    private static boolean isLoaded(String name, ClassLoader by) {
        try {
            var find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
            find.setAccessible(true);
            return find.invoke(by, name) != null;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "this JDK does not say whether " + name + " is loaded", e);
        }
    }

    /** Returns what a jar or folder says of a service; empty where it has none. */
    private static String text(String jar, String service) {
        var path = Path.of(jar);
        try {
            if (Files.isDirectory(path)) {
                var file = path.resolve(SERVICES + service);
                return Files.isRegularFile(file) ? Files.readString(file) : "";
            }
            try (var zip = new ZipFile(path.toFile())) {
                var entry = zip.getEntry(SERVICES + service);
                return entry == null ? "" : text(zip.getInputStream(entry));
            }
        } catch (IOException e) {
            return "";
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
