package himalia.kernel.oracle;

import himalia.display.bundle.MimeBundle;
import himalia.kernel.advice.Advice;
import himalia.kernel.classpath.CompilerJars;
import himalia.kernel.java.Cell;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.JShellInterpreter;
import himalia.kernel.java.Outcome;
import himalia.kernel.java.Variable;
import himalia.kernel.oracle.Told.Ending;
import himalia.kernel.workers.CommEvent;
import himalia.kernel.workers.WorkerListener;
import himalia.kernel.workers.WorkerPath;
import himalia.kernel.workers.WorkerSettings;
import himalia.kernel.workers.Workers;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** The kernel's interpreter with a real worker, which sequences use one after the other. */
final class KernelSession implements WorkerListener, AutoCloseable {
    private static final int SECONDS = 20;

    /** The worker never forgets a class. */
    private static final int SEQUENCES_OF_A_WORKER = 150;

    private static final Pattern PROBED = Pattern.compile("<<(.+?)>>(.*?)<<end>>", Pattern.DOTALL);

    private final StringBuffer printed = new StringBuffer();
    private final OneWorker worker;
    private final JShellInterpreter interpreter;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        var thread = new Thread(task, "watch");
                        thread.setDaemon(true);
                        return thread;
                    });
    private int cells;
    private int ofShell;
    private int sequences;

    KernelSession() {
        var lock = new ReentrantLock();
        var classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options =
                List.of(
                        "-Xmx512m",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Djava.awt.headless=true",
                        "--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-ea:REPL...");
        worker =
                new OneWorker(
                        new Workers(
                                new WorkerSettings(java, WorkerPath.of(classPath), options),
                                this,
                                lock));
        var compiler = new Compiler(worker, CompilerJars.all(classPath), lock, (cell, text) -> {});
        interpreter = new JShellInterpreter(compiler, new Advice(compiler), (cell, text) -> {});
    }

    /** Forgets every name, as after {@code %reset}. */
    void reset() {
        sequences++;
        worker.renewing(sequences % SEQUENCES_OF_A_WORKER == 0);
        cells++;
        worker.whenRun(() -> interpreter.thenReset(cells, false));
        interpreter.run(Cell.of(cells, cells, "void reset() {}"));
        worker.shellRan();
    }

    /** Runs a cell. */
    Told run(String source) {
        cells++;
        printed.setLength(0);
        worker.shellRan();
        var interrupt =
                watch.scheduleAtFixedRate(
                        interpreter::interrupt, SECONDS, SECONDS, TimeUnit.SECONDS);
        Outcome outcome;
        try {
            outcome = interpreter.run(Cell.of(cells, cells, source));
        } catch (RuntimeException | Error e) {
            return new Told(Ending.BROKEN, e.toString(), "", printed.toString());
        } finally {
            interrupt.cancel(false);
        }
        if (worker.shellRan()) {
            ofShell++;
        }
        return told(outcome);
    }

    private Told told(Outcome outcome) {
        if (outcome instanceof Outcome.Finished finished) {
            var value = finished.value().map(MimeBundle::text).orElse("");
            return new Told(Ending.FINE, "", value, printed.toString());
        }
        var failed = (Outcome.Failed) outcome;
        var ending = failed.name().equals("CompileError") ? Ending.REFUSED : Ending.THREW;
        var why =
                ending == Ending.REFUSED ? plain(failed) : failed.name() + ": " + failed.message();
        return new Told(ending, why, "", printed.toString());
    }

    private static String plain(Outcome.Failed failed) {
        return String.join("\n", failed.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    /** Returns the names of the variables. */
    List<String> names() {
        return interpreter.variables().stream().map(Variable::name).toList();
    }

    /** Returns variables as text; what cannot be had is told in its place. */
    Map<String, String> values(List<String> names) {
        var found = new LinkedHashMap<String, String>();
        if (names.isEmpty()) {
            return found;
        }
        var source = new StringBuilder();
        names.forEach(name -> source.append(probe(name)));
        if (probed(run(source.toString()), found)) {
            return found;
        }
        for (var name : names) {
            var told = run(probe(name));
            if (!probed(told, found)) {
                found.put(name, told.ending() + " " + told.thrown());
            }
        }
        return found;
    }

    private static String probe(String name) {
        return "java.lang.System.out.print(\"<<%s>>\" + java.util.Arrays.deepToString(new java.lang.Object[]{%s}) + \"<<end>>\");\n"
                .formatted(name.replace("\\", "\\\\"), name);
    }

    private static boolean probed(Told told, Map<String, String> found) {
        var each = PROBED.matcher(told.printed());
        while (each.find()) {
            found.put(each.group(1), each.group(2));
        }
        return told.ending() == Ending.FINE;
    }

    /** Returns how many cells ran. */
    int cells() {
        return cells;
    }

    /** Returns how many of them JShell had to run. */
    int cellsOfShell() {
        return ofShell;
    }

    /** Returns why, and how often. */
    Map<String, Integer> reasons() {
        var reasons = new TreeMap<String, Integer>();
        // What follows the colon is of one cell.
        interpreter
                .fallbacks()
                .forEach((why, times) -> reasons.merge(why.split(":")[0], times, Integer::sum));
        return reasons;
    }

    @Override
    public void stream(long cell, String name, String text) {
        if (name.equals("stdout")) {
            printed.append(text);
        }
    }

    @Override
    public void display(long cell, MimeBundle bundle, Optional<String> id, boolean update) {
        printed.append("[display]");
    }

    @Override
    public void clear(long cell, boolean wait) {}

    @Override
    public void comm(long cell, CommEvent event) {}

    @Override
    public void lost() {}

    @Override
    public String input(long cell, String prompt, boolean password) {
        return "";
    }

    @Override
    public Object ask(long cell, String request, Map<String, Object> arguments) {
        throw new IllegalArgumentException("no answer to " + request);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        interpreter.close();
    }
}
