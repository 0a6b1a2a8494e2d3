package himalia.cluster;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RichMapFunction;

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
        var libraries = libraries();
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

    private Optional<ClassLoader> libraries() throws IOException {
        var there = KeptLibraries.find(key);
        if (there.isPresent() || sent == 0) {
            return there;
        }
        var files = new ArrayList<File>();
        for (int i = 0; i < sent; i++) {
            files.add(getRuntimeContext().getDistributedCache().getFile(file(i)));
        }
        return Optional.of(KeptLibraries.keep(key, files));
    }

    private static byte[] run(byte[] call, ClassLoader classes) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            var run =
                    classes.loadClass("himalia.cluster.FarRun")
                            .getDeclaredMethod("run", byte[].class, ClassLoader.class);
            run.setAccessible(true);
            return (byte[]) run.invoke(null, call, classes);
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
