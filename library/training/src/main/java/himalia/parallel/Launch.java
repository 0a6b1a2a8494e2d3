package himalia.parallel;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker process is started.
 *
 * @param java the program that runs Java
 * @param patience how long it may take to call
 * @param silence how long it may say nothing; then it counts as gone
 * @param classPath where it finds its classes
 */
record Launch(String java, Duration patience, Duration silence, String classPath) {
    private static final int LINES = 3;

    /** Bytes of a log that are read. */
    private static final int MOST = 4_096;

    /** So many signals there are. */
    private static final int SIGNALS = 64;

    /** Bytes that a log may have. */
    private static final long LONGEST = 10_000_000;

    private static final String CUT = "what stood here, more than 10 MB, was cut off\n";

    /** With the classes of this process. */
    Launch(String java, Duration patience, Duration silence) {
        this(java, patience, silence, ownClassPath());
    }

    /** By the Java that runs this process. */
    static Launch usual() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Launch(java, Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    /** Returns the same, where these jars come before what was there. */
    Launch with(List<Path> jars) {
        var all =
                Stream.concat(jars.stream().map(Path::toString), Stream.of(classPath))
                        .collect(Collectors.joining(File.pathSeparator));
        return new Launch(java, patience, silence, all);
    }

    /** Starts one, whose log and arguments lie in its folder, and tells it the token. */
    Process start(int number, int port, TrainingToken token, Path folder) throws IOException {
        var arguments = folder.resolve("arguments");
        Files.writeString(
                arguments,
                arguments(number, port, folder).stream()
                        .map(Launch::quoted)
                        .collect(Collectors.joining(System.lineSeparator())));
        var builder =
                new ProcessBuilder(java, "@" + arguments)
                        .redirectErrorStream(true)
                        // What is cut off the log is not written again.
                        .redirectOutput(Redirect.appendTo(log(folder).toFile()));
        // OpenMP's threads wait for each other by spinning, and the processes share the cores.
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
        builder.environment().putIfAbsent("OMP_NUM_THREADS", "1");
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(token.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended already, and whoever waits for its call will see that.
        }
        return process;
    }

    private List<String> arguments(int number, int port, Path folder) {
        var arguments = new ArrayList<String>();
        arguments.add("-cp");
        arguments.add(classPath);
        arguments.add("-XX:+UseSerialGC");
        arguments.add("-Djava.awt.headless=true");
        Stream.of("java.io.tmpdir", "DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "ai.djl.offline")
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> arguments.add("-D" + name + "=" + System.getProperty(name)));
        // Several processes share the cores.
        arguments.add("-Dai.djl.pytorch.num_threads=1");
        arguments.add("-Dai.djl.pytorch.num_interop_threads=1");
        arguments.add(TrainingWorker.class.getName());
        arguments.add(String.valueOf(number));
        arguments.add(String.valueOf(port));
        arguments.add(folder.toString());
        return arguments;
    }

    /** That of this process; jars that joined while it ran stand there too. Relative places are this process's. */
    private static String ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.isEmpty())
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** As {@code java @file} reads it. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Path log(Path folder) {
        return folder.resolve("log");
    }

    /** Cuts off a log that has grown too long: whoever says so much fills the disk, and says nothing new. */
    static void cutLog(Path folder) {
        var log = log(folder);
        try {
            if (Files.size(log) > LONGEST) {
                Files.writeString(
                        log, CUT, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            }
        } catch (IOException e) {
            // It is gone, or held by its worker, as on Windows.
        }
    }

    /** Returns the first that a worker said, where what it could not start for stands; empty if nothing. */
    static String said(Path folder) {
        try (var in = Files.newInputStream(log(folder))) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .limit(LINES)
                    .collect(Collectors.joining("; "));
        } catch (IOException e) {
            return "";
        }
    }

    /** Says how a process ended: {@code was killed by signal 9}. */
    static String ending(Process process) {
        if (process.isAlive()) {
            return "does not answer";
        }
        int status = process.exitValue();
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        // Programs that end themselves say 255, too.
        return status > 128 && status <= 128 + SIGNALS && !windows
                ? "was killed by signal " + (status - 128)
                : "ended with status " + status;
    }
}
