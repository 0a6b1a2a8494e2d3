package himalia.install.kernelspec;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line that starts the kernel process: the JVM itself, nothing between it and the front end.
 *
 * @param home the distribution
 * @param jdk the JDK that runs it
 */
public record KernelCommand(Distribution home, InstalledJdk jdk) {
    /** The class that the kernel process starts with. */
    public static final String MAIN = "himalia.kernel.Main";

    /** What front ends replace by the path of the connection file. */
    public static final String CONNECTION_FILE = "{connection_file}";

    /** Returns the words of the command, with the startup cache where there is one. */
    public List<String> words() {
        var cache = new StartupCache(home, jdk, false);
        var workers = new StartupCache(home, jdk, true);
        var flags = new ArrayList<>(cache.exists() ? cache.use() : List.<String>of());
        if (workers.exists()) {
            flags.add("-Dhimalia.worker.cache=" + workers.file());
        }
        return words(flags);
    }

    /** Returns whether all is there that a training session makes. */
    public boolean isTrained() {
        return new StartupCache(home, jdk, false).exists()
                && new StartupCache(home, jdk, true).exists()
                && new PackageList(home, jdk).isCurrent();
    }

    /** Returns the words of the command with further flags for the JVM. */
    List<String> words(List<String> flags) {
        var words = new ArrayList<String>();
        words.add(jdk.java().toString());
        // Compiles cells and speaks JSON: quick to start matters, peak speed does not. The user's
        // code runs in the worker, with the full JIT and a heap of its own.
        words.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        // The startup cache is mapped where it was made for, and not moved.
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        // Most of the compiler is called in every cell: compiled after fifty
                        // calls, not after two hundred.
                        "-XX:Tier3InvocationThreshold=50",
                        "-XX:Tier3MinInvocationThreshold=25",
                        "-XX:Tier3CompileThreshold=500",
                        // They are counted at every sixty-fourth call, and hold although many
                        // methods wait for the JIT.
                        "-XX:Tier0InvokeNotifyFreqLog=6",
                        "-XX:Tier3LoadFeedback=50",
                        // What it inlines it compiles again: with less of it the compiler is
                        // compiled sooner.
                        "-XX:C1MaxInlineSize=12",
                        "-XX:+UseSerialGC",
                        "-Xss2m",
                        "-Xmx1g",
                        // What a cell leaves behind is collected before it fills pages.
                        "-Xmn16m",
                        "-XX:-UsePerfData",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.language=en"));
        if (Runtime.getRuntime().availableProcessors() <= 2) {
            // Two threads that compile for the processor take it from the one that compiles the
            // cell.
            words.add("-XX:CICompilerCount=1");
        }
        for (var opened : List.of("api", "code", "comp", "parser", "tree", "util")) {
            // The compiler stays warm from cell to cell; see kernel/javac.
            words.add("--add-exports=jdk.compiler/com.sun.tools.javac." + opened + "=ALL-UNNAMED");
        }
        // Maven's resolver logs to nobody, and need not say so in the server's log.
        words.add("-Dslf4j.internal.verbosity=ERROR");
        words.add(new PackageList(home, jdk).use());
        words.addAll(flags);
        words.add("-Dhimalia.home=" + home.folder());
        words.addAll(List.of("-cp", home.kernelClassPath(), MAIN, CONNECTION_FILE));
        return words;
    }
}
