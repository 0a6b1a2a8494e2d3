package himalia.cluster;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;

/** Does a call in a task manager, among libraries that are kept there. It knows these by their names alone. */
final class FarTask extends RichMapFunction<byte[], byte[]> {
    private static final long serialVersionUID = 1;

    /** What comes back where the libraries have not been sent. */
    static final byte[] MISSING = {};

    private final String key;
    private final byte[] cells;

    /** How many files came with the job; none where they are believed to be there. */
    private final int sent;

    FarTask(String key, byte[] cells, int sent) {
        this.key = key;
        this.cells = cells;
        this.sent = sent;
    }

    static String file(int number) {
        return "himalia-" + number;
    }

    @Override
    public byte[] map(byte[] call) throws Exception {
        var libraries = libraries(key, sent, getRuntimeContext());
        if (libraries.isEmpty()) {
            return MISSING;
        }
        if (cells.length == 0) {
            return run(call, libraries.get());
        }
        var jar = Files.createTempFile("cells-", ".jar");
        try {
            Files.write(jar, cells);
            try (var classes = new KeptLibraries.OwnFirst(List.of(jar), libraries.get())) {
                return run(call, classes);
            }
        } finally {
            Files.deleteIfExists(jar);
        }
    }

    /**
     * Returns libraries, in any job.
     *
     * @param sent how many files came with it; none where they are believed to be there
     */
    static Optional<ClassLoader> libraries(String key, int sent, RuntimeContext context)
            throws IOException {
        var there = KeptLibraries.find(key);
        if (there.isPresent() || sent == 0) {
            return there;
        }
        var files = new ArrayList<File>();
        for (int i = 0; i < sent; i++) {
            files.add(context.getDistributedCache().getFile(file(i)));
        }
        return Optional.of(KeptLibraries.keep(key, files));
    }

    private static byte[] run(byte[] call, ClassLoader classes) throws Exception {
        return (byte[])
                Objects.requireNonNull(
                        called(
                                classes,
                                "himalia.cluster.FarRun",
                                "run",
                                new Class<?>[] {byte[].class, ClassLoader.class},
                                call,
                                classes));
    }

    /** Calls what stands in libraries, and is named by texts alone. */
    static @Nullable Object called(
            ClassLoader classes, String type, String method, Class<?>[] takes, Object... given)
            throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            var run = classes.loadClass(type).getDeclaredMethod(method, takes);
            run.setAccessible(true);
            return run.invoke(null, given);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Reads a jar. */
    static byte[] bytes(Optional<Path> jar) throws IOException {
        return jar.isPresent() ? Files.readAllBytes(jar.get()) : new byte[0];
    }
}
