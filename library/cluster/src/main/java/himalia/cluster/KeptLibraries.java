package himalia.cluster;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Libraries that a task manager was sent. The last few stay beyond the job that brought them: they are large, and native code is
 * loaded once.
 */
final class KeptLibraries {
    /** Flink gives each job loaders of its own, so that this is all that jobs have in common. */
    private static final Map<Object, Object> PROCESS = System.getProperties();

    /** The keys of those that are kept, the last used last. */
    private static final String KEYS = "himalia.libraries";

    /** Each may hold hundreds of megabytes. */
    static final int MOST = 4;

    private KeptLibraries() {}

    private static String name(String key) {
        return "himalia.libraries." + key;
    }

    /** Returns those of a key, if they were sent. */
    static Optional<ClassLoader> find(String key) throws IOException {
        synchronized (PROCESS) {
            if (PROCESS.get(name(key)) instanceof ClassLoader kept) {
                used(key);
                return Optional.of(kept);
            }
            return Optional.empty();
        }
    }

    /** Keeps jars by a key. */
    static ClassLoader keep(String key, List<File> jars) throws IOException {
        synchronized (PROCESS) {
            var there = find(key);
            if (there.isPresent()) {
                return there.get();
            }
            var folder = Files.createTempDirectory("himalia-libraries-");
            folder.toFile().deleteOnExit();
            var copies = new ArrayList<Path>();
            for (int i = 0; i < jars.size(); i++) {
                var copy = folder.resolve(i + ".jar");
                // Also where only a part of it is copied.
                copy.toFile().deleteOnExit();
                Files.copy(jars.get(i).toPath(), copy);
                copies.add(copy);
            }
            var kept = new OwnFirst(copies, ClassLoader.getSystemClassLoader());
            register(kept);
            PROCESS.put(name(key), kept);
            used(key);
            return kept;
        }
    }

    private static void used(String key) throws IOException {
        var keys = new ArrayList<String>();
        if (PROCESS.get(KEYS) instanceof List<?> before) {
            before.forEach(each -> keys.add(String.valueOf(each)));
        }
        keys.remove(key);
        keys.add(key);
        var last = keys.subList(Math.max(0, keys.size() - MOST), keys.size());
        PROCESS.put(KEYS, List.copyOf(last));
        for (var each : keys.subList(0, keys.size() - last.size())) {
            if (PROCESS.remove(name(each)) instanceof URLClassLoader old) {
                forget(old);
            }
        }
    }

    /** It is not closed: a job that runs may still take classes from it, also where its files are deleted. */
    private static void forget(URLClassLoader old) throws IOException {
        try {
            var release =
                    old.loadClass("himalia.cluster.FarRun")
                            .getDeclaredMethod("release", ClassLoader.class);
            release.setAccessible(true);
            release.invoke(null, old);
        } catch (ReflectiveOperationException e) {
            throw new IOException("libraries that were kept cannot be let go of", e);
        }
        for (var url : old.getURLs()) {
            var file = new File(URI.create(url.toString()));
            // Its folder goes with the last of them; one that is held, as on Windows, goes with the
            // process.
            file.delete();
            file.getParentFile().delete();
        }
    }

    /** A process looks for drivers of databases once, and these came later: each registers itself as it is made. */
    private static void register(ClassLoader kept) {
        var drivers = ServiceLoader.load(Driver.class, kept).iterator();
        while (drivers.hasNext()) {
            drivers.next();
        }
    }

    /** Takes classes from its jars first: what Flink brings of the same name may be another version. */
    static final class OwnFirst extends URLClassLoader {
        private static final String LOGGING = "org.slf4j.";

        OwnFirst(List<Path> jars, ClassLoader parent) throws MalformedURLException {
            super(urls(jars), parent);
        }

        private static URL[] urls(List<Path> jars) throws MalformedURLException {
            var urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                if (!name.startsWith("java.") && !name.startsWith(LOGGING)) {
                    try {
                        return findClass(name);
                    } catch (ClassNotFoundException e) {
                        // It is the parent's.
                    }
                }
                return super.loadClass(name, resolve);
            }
        }

        @Override
        public URL getResource(String name) {
            var own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
