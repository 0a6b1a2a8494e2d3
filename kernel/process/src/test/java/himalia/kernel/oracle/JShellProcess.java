package himalia.kernel.oracle;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Asks JShell, in a process of its own, what sequences mean; it works ahead while the kernel runs them. */
final class JShellProcess implements AutoCloseable {
    private final Path agent;
    private final Process process;
    private final ObjectOutputStream out;
    private final ObjectInputStream in;
    private final ExecutorService asking = Executors.newSingleThreadExecutor();

    /** Starts it. */
    JShellProcess(Redefining redefining) throws IOException {
        agent = Files.createTempFile("redefines", ".jar");
        writeAgent();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process =
                new ProcessBuilder(
                                java,
                                "-javaagent:" + agent,
                                "-D" + Redefining.PROPERTY + "=" + redefining,
                                // As a beginner has it in a cell.
                                "-ea:REPL...",
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-Duser.language=en",
                                "-Duser.country=US",
                                "-Djava.awt.headless=true",
                                "-cp",
                                classPath(),
                                JShellMain.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        out = new ObjectOutputStream(new BufferedOutputStream(process.getOutputStream()));
        out.flush();
        in = new ObjectInputStream(process.getInputStream());
    }

    /** The classes of these tests alone: what else the tests know is not for the cells. */
    private static String classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(each -> each.endsWith("test-classes"))
                .findFirst()
                .orElseThrow();
    }

    private void writeAgent() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", JShellMain.class.getName());
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        try (var jar = new JarOutputStream(Files.newOutputStream(agent), manifest)) {
            jar.finish();
        }
    }

    /** Asks what a sequence comes to that is run so many times; the answer comes in its time. */
    CompletableFuture<List<Round>> ask(Sequence sequence, int times) {
        return CompletableFuture.supplyAsync(() -> answer(sequence, times), asking);
    }

    private List<Round> answer(Sequence sequence, int times) {
        try {
            out.writeObject(times);
            out.writeObject(sequence);
            out.reset();
            out.flush();
            var rounds = new ArrayList<Round>();
            for (var each : (List<?>) in.readObject()) {
                rounds.add((Round) each);
            }
            return rounds;
        } catch (IOException e) {
            throw new UncheckedIOException("JShell's process ended with " + sequence.name(), e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        asking.shutdownNow();
        process.destroyForcibly();
        Files.deleteIfExists(agent);
    }
}
