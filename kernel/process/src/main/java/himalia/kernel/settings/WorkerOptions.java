package himalia.kernel.settings;

import himalia.kernel.workers.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JVM options of the worker: what the libraries need, and a notebook that is the same everywhere. */
public final class WorkerOptions {
    /** The environment variable with the user's own options, such as {@code -Xmx8g}. */
    private static final String OWN_OPTIONS = "HIMALIA_JVM_OPTIONS";

    private static final String OS = System.getProperty("os.name", "");

    private WorkerOptions() {}

    /** Returns all that a worker begins with: the user's last, so that they win. */
    public static List<String> all() {
        var options = new ArrayList<>(ours());
        var own = System.getenv(OWN_OPTIONS);
        if (own != null && !own.isBlank()) {
            options.addAll(List.of(own.strip().split("\\s+")));
        }
        options.addAll(UserSettings.ofThisProcess().jvmOptions());
        return options;
    }

    /** Returns those that no user has asked for. */
    public static List<String> ours() {
        var options = new ArrayList<String>();
        // Arrow reads and writes its memory through java.nio; %maven appends to the application's
        // loader; an interrupt asks whose the threads are.
        options.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
        options.add("--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED");
        options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        options.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= 23) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        options.add("-Darrow.enable_null_check_for_get=false");
        options.add("-Darrow.enable_unsafe_memory_access=true");
        options.add("-Djava.awt.headless=true");
        options.add("-Dai.djl.offline=true");
        if (System.getenv("DJL_DEFAULT_ENGINE") == null) {
            // Else an engine that %maven adds comes before the one whose native code is here: old
            // notebooks add MXNet's.
            options.add("-Dai.djl.default_engine=PyTorch");
        }
        options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        // Flink warns of what a cluster in a notebook lacks on purpose, and repeats what a job
        // throws, which its cell shows.
        options.add("-Dorg.slf4j.simpleLogger.log.org.apache.flink=error");
        options.add("-Dorg.slf4j.simpleLogger.log.org.apache.pekko=error");
        // XGBoost's tracker tells a trace when a worker process is gone, which the training names.
        options.add("-Dorg.slf4j.simpleLogger.log.ml.dmlc.xgboost4j.java.RabitTracker=off");
        options.add("-Djava.util.logging.config.class=himalia.worker.QuietLogging");
        // A beginner who writes assert expects it to be asked; %jvm --options -da turns them off.
        options.add("-ea:REPL...");
        options.add("-Dfile.encoding=UTF-8");
        options.add("-Duser.language=" + Locale.ENGLISH.getLanguage());
        options.add("-Duser.country=US");
        if (System.getenv("TZ") == null) {
            options.add("-Duser.timezone=UTC");
        }
        if (Runtime.version().feature() >= 22 && OS.startsWith("Linux")) {
            // What compilers and native libraries freed goes back to the system.
            options.add("-XX:TrimNativeHeapInterval=5000");
            options.add("-Xlog:trimnative=off");
        }
        // C2 takes 13 MB to compile the reader that weaves, and no cell is quicker for it: it comes
        // late.
        options.add("-XX:CompileCommand=quiet");
        options.add(
                "-XX:CompileCommand=CompileThresholdScaling,org.objectweb.asm.ClassReader::readCode,20.0");
        quickStart(options);
        // A heap that begins small is collected before it fills pages; it grows as soon as that
        // costs.
        options.add("-XX:InitialRAMPercentage=0.2");
        // Without a limit classes fill the machine, which then ends the process or all of it.
        options.add("-XX:MaxMetaspaceSize=1g");
        options.addAll(startupCache());
        if (!UserSettings.ofThisProcess().classPath().isEmpty()) {
            options.add(WorkerSettings.USERS_JARS);
        }
        return options;
    }

    /** While two JVMs start on the few cores of a machine, what one does too early the other waits for. */
    private static void quickStart(List<String> options) {
        // Compiled after a thousand calls, not after two hundred; loops as soon as ever.
        options.add("-XX:Tier3InvocationThreshold=1000");
        options.add("-XX:Tier3MinInvocationThreshold=500");
        options.add("-XX:Tier3CompileThreshold=5000");
        // The startup cache is mapped where it was made for, and not moved.
        options.add("-XX:+UnlockDiagnosticVMOptions");
        options.add("-XX:ArchiveRelocationMode=0");
    }

    /** The cache that the worker starts from, or the one that it is to write as it ends. */
    private static List<String> startupCache() {
        var record = System.getProperty("himalia.worker.record");
        if (record != null) {
            return List.of("-XX:ArchiveClassesAtExit=" + record);
        }
        var cache = System.getProperty("himalia.worker.cache");
        // Another JDK, or a jar written anew, and the JVM does without, in silence; one before 25
        // dies of a file that lacks its end.
        return cache == null || !whole(cache)
                ? List.of()
                : List.of("-XX:SharedArchiveFile=" + cache, "-Xshare:auto", "-Xlog:cds*=off");
    }

    /** Returns whether a cache has the size that is written beside it. */
    private static boolean whole(String cache) {
        try {
            return Files.readString(Path.of(cache + ".size"))
                    .equals(Long.toString(Files.size(Path.of(cache))));
        } catch (IOException notThere) {
            return false;
        }
    }
}
