package himalia.streaming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Flink cluster of two processes, a job manager and a task manager, on Flink's own jars and nothing of ours. */
public final class TwoProcesses implements AutoCloseable {
    private static final int SLOTS = 4;
    private static final long PATIENCE = 60_000;
    private static final int STARTS = 4;

    /** The jars of Flink's and of what it needs; what is ours must travel. */
    private static final Pattern OWN =
            Pattern.compile(
                    ".*[/\\\\](org[/\\\\](apache[/\\\\](flink|commons)|slf4j|snakeyaml|objenesis|roaringbitmap|javassist|xerial[/\\\\]snappy)|com[/\\\\]esotericsoftware|commons-(collections|io|cli)|at[/\\\\]yawk)[/\\\\].*\\.jar");

    private final Path folder;
    private final int port;
    private final Process jobManager;
    private Process taskManager;

    private TwoProcesses(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.jobManager =
                started("org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint");
        this.taskManager = startedTaskManager();
    }

    private Process startedTaskManager() throws IOException {
        return started("org.apache.flink.runtime.taskexecutor.TaskManagerRunner");
    }

    /** Starts one, and waits until it has all its slots; again where another process has taken a port meanwhile. */
    public static TwoProcesses start(Path folder) throws Exception {
        for (int time = 1; ; time++) {
            try {
                return startOnce(folder);
            } catch (IllegalStateException e) {
                if (time == STARTS || !String.valueOf(e.getMessage()).contains("BindException")) {
                    throw e;
                }
                Files.deleteIfExists(folder.resolve("cluster.log"));
            }
        }
    }

    private static TwoProcesses startOnce(Path folder) throws Exception {
        var ports = free();
        int port = ports[0];
        var settings = settings(port, ports[1]);
        Files.writeString(
                folder.resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue() + "\n")
                        .collect(Collectors.joining()));
        var cluster = new TwoProcesses(folder, port);
        try {
            cluster.awaitSlots();
        } catch (Throwable e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** Returns two ports; a port that was given back is often the next one that is given. */
    private static int[] free() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }

    private static Map<String, String> settings(int rest, int rpc) {
        var all = new TreeMap<String, String>();
        for (var host :
                List.of(
                        "jobmanager.rpc.address",
                        "jobmanager.bind-host",
                        "rest.address",
                        "rest.bind-address",
                        "taskmanager.host",
                        "taskmanager.bind-host")) {
            all.put(host, "127.0.0.1");
        }
        all.put("jobmanager.rpc.port", String.valueOf(rpc));
        all.put("rest.port", String.valueOf(rest));
        all.put("rest.bind-port", String.valueOf(rest));
        all.put("$internal.dispatcher.client-aliveness-check.interval", "500 ms");
        all.put("heartbeat.interval", "500");
        all.put("heartbeat.timeout", "3000");
        all.put("slot.request.timeout", "5000");
        all.put("taskmanager.numberOfTaskSlots", String.valueOf(SLOTS));
        all.put("taskmanager.cpu.cores", "2.0");
        all.put("taskmanager.memory.framework.heap.size", "64m");
        all.put("taskmanager.memory.task.heap.size", "256m");
        all.put("taskmanager.memory.framework.off-heap.size", "64m");
        all.put("taskmanager.memory.task.off-heap.size", "64m");
        all.put("taskmanager.memory.network.min", "16m");
        all.put("taskmanager.memory.network.max", "16m");
        all.put("taskmanager.memory.managed.size", "16m");
        all.put("taskmanager.memory.jvm-metaspace.size", "256m");
        all.put("taskmanager.memory.jvm-overhead.min", "64m");
        all.put("taskmanager.memory.jvm-overhead.max", "64m");
        return all;
    }

    private Process started(String main) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What Flink's own scripts open.
        for (var room : List.of("java.nio", "java.util", "java.lang", "java.time", "sun.nio.ch")) {
            command.add("--add-opens=java.base/" + room + "=ALL-UNNAMED");
        }
        // Jars that travel, hundreds of megabytes, which one that is killed leaves.
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(List.of("-Xmx512m", "-cp", classPath(), main));
        command.addAll(List.of("--configDir", folder.toString(), "-Dio.tmp.dirs=" + folder));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
    }

    private static String classPath() {
        var all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(all)
                .filter(each -> OWN.matcher(each).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts a program of a test's with all that the test has, and gives back what it prints. */
    static Process client(Class<?> main, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Xmx256m", "-cp", all, main.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private File log() {
        return folder.resolve("cluster.log").toFile();
    }

    private void awaitSlots() throws Exception {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        while (System.nanoTime() < end) {
            if (!jobManager.isAlive() || !taskManager.isAlive()) {
                break;
            }
            try {
                if (himalia.remote.ClusterAddress.of(address()).overview().freeSlots() == SLOTS) {
                    return;
                }
            } catch (IllegalStateException e) {
                // Not yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "the cluster does not start:\n" + Files.readString(log().toPath(), UTF_8));
    }

    /** Where it answers. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Ends the task manager as a failing machine does. */
    public void killTaskManager() throws InterruptedException {
        taskManager.destroyForcibly().waitFor();
    }

    /** Starts another one in its place. */
    public void restartTaskManager() throws Exception {
        taskManager = startedTaskManager();
        awaitSlots();
    }

    @Override
    public void close() throws InterruptedException {
        taskManager.destroyForcibly().waitFor();
        jobManager.destroyForcibly().waitFor();
    }
}
