package himalia.kernel.workers;

import himalia.display.bundle.MimeBundle;
import himalia.kernel.advice.Advice;
import himalia.kernel.classpath.CompilerJars;
import himalia.kernel.help.CodeHelp;
import himalia.kernel.help.Completion.Candidate;
import himalia.kernel.help.DocumentJars;
import himalia.kernel.java.Cell;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.JShellInterpreter;
import himalia.kernel.java.Notices;
import himalia.kernel.java.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** An interpreter with a real worker, and what the worker said. */
public final class TestWorker implements WorkerListener, AutoCloseable {
    /** How many seconds anything may take that takes none on a machine that does nothing else. */
    static final long PATIENCE = 60;

    private final StringBuffer printed = new StringBuffer();
    private final List<MimeBundle> shown = new ArrayList<>();
    private final Workers workers;
    private final JShellInterpreter interpreter;
    private final CodeHelp help;
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    /** A worker with these options of the JVM beside its own. */
    public TestWorker(String... more) {
        this(Path.of(System.getProperty("java.home"), "bin", "java").toString(), List.of(more));
    }

    /** A worker that another program starts. */
    static TestWorker of(String java) {
        return new TestWorker(java, List.of());
    }

    private TestWorker(String java, List<String> more) {
        var classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var options = new ArrayList<String>();
        options.add("-Xmx256m");
        options.addAll(more);
        options.add("--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED");
        options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        workers =
                new Workers(
                        new WorkerSettings(java, WorkerPath.of(classPath), options), this, lock);
        Notices notices = (cell, text) -> printed.append("[notice] ").append(text).append('\n');
        var compiler = new Compiler(workers, CompilerJars.all(classPath), lock, notices);
        interpreter = new JShellInterpreter(compiler, new Advice(compiler), notices);
        help = new CodeHelp(compiler, DocumentJars.NONE);
    }

    public JShellInterpreter interpreter() {
        return interpreter;
    }

    public CodeHelp help() {
        return help;
    }

    /** Returns what Tab offers at a place. */
    public List<String> offered(String code, int cursor) {
        return help.complete(code, cursor).candidates().stream().map(Candidate::text).toList();
    }

    /** Returns how many cells ran. */
    public int count() {
        return count;
    }

    public Outcome run(String source) {
        count++;
        return interpreter.run(Cell.of(count, count, source));
    }

    /** Runs a cell that is typed in another way than as the Java that it becomes. */
    Outcome run(String typed, String source) {
        count++;
        var part = new Cell.Part(source, 0, Cell.Part.Role.CODE);
        return interpreter.run(new Cell(count, count, typed, List.of(part), true, true, Cell.MAIN));
    }

    /** Runs a cell of two parts of Java with a line of a magic between them. */
    Outcome run(String above, String magic, String below) {
        count++;
        var typed = above + "\n" + magic + "\n" + below;
        int line = (above + magic).split("\n").length;
        var parts =
                List.of(
                        new Cell.Part(above, 0, Cell.Part.Role.CODE),
                        new Cell.Part(below, line + 1, Cell.Part.Role.CODE));
        return interpreter.run(new Cell(count, count, typed, parts, true, true, Cell.MAIN));
    }

    /** Runs a cell and returns its value as text. */
    public String value(String source) {
        var outcome = run(source);
        if (outcome instanceof Outcome.Finished finished) {
            return finished.value().map(MimeBundle::text).orElse("");
        }
        throw new AssertionError(((Outcome.Failed) outcome).traceback().toString());
    }

    /** Runs a cell that fails, and returns its traceback without colours. */
    public String failure(String source) {
        var outcome = run(source);
        if (outcome instanceof Outcome.Failed failed) {
            return String.join("\n", failed.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
        }
        throw new AssertionError("the cell did not fail: " + outcome);
    }

    /** Returns what was printed since the last call. */
    public String printed() {
        synchronized (printed) {
            var text = printed.toString();
            printed.setLength(0);
            return text;
        }
    }

    /** Runs a cell that says when it has begun by printing, interrupts it then, and returns how it ended. */
    Outcome interrupted(String source) throws Exception {
        printed();
        var outcome = CompletableFuture.supplyAsync(() -> run(source));
        awaitPrinted();
        interpreter.interrupt();
        return outcome.get(PATIENCE, TimeUnit.SECONDS);
    }

    /** Presses interrupt. */
    void interrupt() {
        interpreter.interrupt();
    }

    /** Waits until something is printed. */
    void awaitPrinted() throws InterruptedException {
        synchronized (printed) {
            while (printed.length() == 0) {
                printed.wait();
            }
        }
    }

    /** Returns what is held while something compiles. */
    ReentrantLock lock() {
        return lock;
    }

    public Workers workers() {
        return workers;
    }

    @Override
    public void stream(long cell, String name, String text) {
        synchronized (printed) {
            printed.append(text);
            printed.notifyAll();
        }
    }

    @Override
    public void display(long cell, MimeBundle bundle, Optional<String> id, boolean update) {
        shown.add(bundle);
    }

    @Override
    public void clear(long cell, boolean wait) {}

    @Override
    public void comm(long cell, CommEvent event) {}

    @Override
    public void lost() {}

    @Override
    public String input(long cell, String prompt, boolean password) {
        return "typed";
    }

    @Override
    public Object ask(long cell, String request, Map<String, Object> arguments) {
        throw new IllegalArgumentException("no answer to " + request);
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
