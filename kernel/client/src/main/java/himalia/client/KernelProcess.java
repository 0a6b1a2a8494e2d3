package himalia.client;

import himalia.kernel.channels.ConnectionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of a kernel, with its connection file and what it printed. */
final class KernelProcess {
    /** How long a kernel may take to end when it was asked to. */
    private static final long POLITE_MS = 5_000;

    /** How long children may outlive it. */
    private static final long CHILDREN_MS = 1_000;

    private final Process process;
    private final Path file;
    private final LastWords words;

    private KernelProcess(Process process, Path file) {
        this.process = process;
        this.file = file;
        this.words = LastWords.of(process.getInputStream());
    }

    static KernelProcess start(LaunchSpec spec, ConnectionFile connection) throws IOException {
        var file = Files.createTempFile("kernel-", ".json");
        try {
            connection.write(file);
            var builder =
                    new ProcessBuilder(spec.command(file))
                            .directory(spec.directory().toAbsolutePath().toFile())
                            .redirectErrorStream(true);
            // A kernel ends when this process does, whatever ends it.
            builder.environment()
                    .put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
            builder.environment().putAll(spec.env());
            var process = builder.start();
            process.getOutputStream().close();
            return new KernelProcess(process, file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Process process() {
        return process;
    }

    String output() {
        return words.text();
    }

    /** Whether it ended because another program had taken one of its ports. */
    boolean lackedPort() {
        return !process.isAlive() && words.text().contains(" is in use; end the program");
    }

    /** Returns how it ended, or that it did not, with its last words. */
    String told() {
        return (process.isAlive()
                        ? "the kernel runs"
                        : "the kernel ended with exit status " + process.exitValue())
                + words.told();
    }

    /** Calls back when the process has ended and what it sent has had time to arrive. */
    void onEnd(Runnable callback) {
        process.onExit()
                .thenRunAsync(
                        callback, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    }

    /** Lets the process end by itself if it was asked to, ends what is left of it and of its children, and removes the file. */
    void end(boolean asked, List<ProcessHandle> children) {
        try {
            if (asked) {
                process.waitFor(POLITE_MS, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly();
            process.waitFor(POLITE_MS, TimeUnit.MILLISECONDS);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(asked ? CHILDREN_MS : 0);
            for (var child : children) {
                endChild(child, end - System.nanoTime());
            }
            Files.deleteIfExists(file);
        } catch (InterruptedException e) {
            children.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private static void endChild(ProcessHandle child, long waitNs) throws InterruptedException {
        if (!ended(child, waitNs)) {
            child.destroyForcibly();
        }
    }

    private static boolean ended(ProcessHandle child, long waitNs) throws InterruptedException {
        try {
            child.onExit().get(Math.max(0, waitNs), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** Returns the children now: once their parent has ended, nobody knows any more that they were its. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }
}
