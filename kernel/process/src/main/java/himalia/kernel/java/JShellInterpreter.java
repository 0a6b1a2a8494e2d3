package himalia.kernel.java;

import himalia.kernel.cells.Compilation;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.SureNames;
import himalia.kernel.cells.WithoutMagics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The interpreter on the JShell API; the compiled snippets run wherever its runner runs them. */
public final class JShellInterpreter implements Interpreter {
    /** Who presses so often for one cell wants it ended whatever it costs. */
    private static final int LAST_PRESS = 3;

    /** A console asks at every line, and goes on alone after a tenth of a second or so. */
    private static final long PATIENCE = 70;

    private final Compiler compiler;
    private final Notices notices;
    private final Map<Long, AtomicBoolean> running = new ConcurrentSkipListMap<>();
    private final CompilerWarmUp rehearsal;
    private final Advisor advisor;
    private final InterruptCounter presses = new InterruptCounter(System::nanoTime);
    private int lastValue;

    /**
     * Makes an interpreter.
     *
     * @param compiler what compiles its cells
     * @param advisor says what to do about errors
     * @param notices hears what the user should know though nothing failed
     */
    public JShellInterpreter(Compiler compiler, Advisor advisor, Notices notices) {
        this.compiler = compiler;
        this.rehearsal = new CompilerWarmUp(compiler, () -> !running.isEmpty());
        this.advisor = advisor;
        this.notices = notices;
    }

    /** Returns how many cells JShell took, by the reason: as few as can be. */
    public Map<String, Integer> fallbacks() {
        return compiler.fallbacks();
    }

    /** Sets options of the compiler; called before it is first needed. */
    public void compilerOptions(List<String> options) {
        compiler.options(options);
    }

    /**
     * Does the work of a first cell before there is one, so that the user's first is a later one; only the compiler's
     * where that waits already.
     */
    public void warm() {
        locked(
                () -> {
                    if (compiler.compile("1 + 1", "", Set.of(), true)
                                    instanceof Compilation.Done done
                            && !compiler.lock().hasQueuedThreads()) {
                        var purpose = new SnippetRunner.Purpose(0, true, 0);
                        done.cells().forEach(cell -> new WholeRun(compiler, cell).run(purpose));
                    }
                    return true;
                });
        rehearsal.begin();
    }

    @Override
    public Outcome run(Cell cell) {
        var interrupted = new AtomicBoolean();
        running.put(cell.id(), interrupted);
        try {
            return locked(
                    () -> {
                        compiler.runner().begins(cell.id(), cell.lane());
                        var how = "failed";
                        try {
                            var run =
                                    new CellRun(
                                            compiler,
                                            notices,
                                            advisor,
                                            cell,
                                            lastValue,
                                            interrupted);
                            var outcome = run.run();
                            if (cell.keep()) {
                                lastValue = run.lastValue();
                            }
                            how = how(outcome);
                            return outcome;
                        } finally {
                            // Also where we have a bug: what the cell began must not go on for
                            // ever.
                            compiler.runner().ended(cell.id(), how);
                        }
                    });
        } finally {
            running.remove(cell.id());
            compiler.followUps().clear(cell.id());
            rehearsal.cellEnded();
        }
    }

    private static String how(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.interrupted() ? "interrupted" : "failed";
        }
        return "finished";
    }

    @Override
    public void interrupt() {
        var cells = List.copyOf(running.keySet());
        running.values().forEach(interrupted -> interrupted.set(true));
        if (cells.isEmpty()) {
            return;
        }
        if (presses.count(cells.get(0)) >= LAST_PRESS) {
            compiler.runner().kill();
        } else {
            cells.forEach(compiler.runner()::interrupt);
        }
    }

    @Override
    public Completeness isComplete(String code) {
        try {
            if (!compiler.lock().tryLock(PATIENCE, TimeUnit.MILLISECONDS)) {
                return CompletenessCheck.withoutCompiler(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletenessCheck.withoutCompiler(code);
        }
        try {
            return new CompletenessCheck(compiler.analysis()).check(code);
        } finally {
            compiler.lock().unlock();
        }
    }

    @Override
    public List<Variable> variables() {
        return locked(() -> new Variables(compiler).all());
    }

    @Override
    public Optional<String> valueOf(Variable variable) {
        return compiler.runner().valueText(variable);
    }

    @Override
    public boolean declares(String name) {
        return locked(() -> compiler.known().contains(name));
    }

    @Override
    public Optional<Entry> variable(String name) {
        return locked(() -> compiler.cells().names().variable(name));
    }

    @Override
    public List<ClassPlace> placesOf(String className) {
        var whole = compiler.places().ofCell(className);
        return whole.isEmpty()
                ? compiler.places().ofClass(className, compiler.analysis()).stream().toList()
                : whole;
    }

    @Override
    public List<String> told(List<StackTraceElement> stack) {
        var places = compiler.places();
        var translated =
                stack.stream()
                        .map(
                                frame ->
                                        Places.isOfShell(frame)
                                                ? places.translated(frame, compiler.analysis())
                                                : frame)
                        .toList();
        return new Tracebacks(places).plain(translated);
    }

    @Override
    public Variable declare(String type, String name) {
        return locked(() -> new Declaration(compiler, type, name).place());
    }

    @Override
    public Outcome evaluate(long cell, List<? extends FollowUp> parts, int count) {
        var interrupted = runningCell(cell);
        return locked(
                () -> {
                    var place = compiler.places().current();
                    try {
                        var inner = new Cell(cell, count, "", parts, true, true, Cell.MAIN);
                        return new CellRun(
                                        compiler, notices, advisor, inner, lastValue, interrupted)
                                .run();
                    } finally {
                        compiler.places().at(place);
                        compiler.session().typesOfValues().remove(count);
                    }
                });
    }

    private AtomicBoolean runningCell(long cell) {
        var interrupted = running.get(cell);
        if (interrupted == null) {
            throw new IllegalArgumentException(
                    "only a cell that runs can do this; call it from a cell, not from a handler");
        }
        return interrupted;
    }

    @Override
    public void then(long cell, FollowUp next) {
        runningCell(cell);
        compiler.followUps().add(cell, next);
    }

    @Override
    public void thenReset(long cell, boolean keepJars) {
        then(
                cell,
                () -> {
                    compiler.reset(keepJars);
                    lastValue = 0;
                    compiler.runner().renew(false, keepJars);
                    return List.of();
                });
    }

    @Override
    public void thenRenew(long cell, Runnable change, Runnable undo) {
        then(
                cell,
                () -> {
                    change.run();
                    notices.tell(cell, new Recovery(compiler).renew(undo).afterChange());
                    return List.of();
                });
    }

    @Override
    public void thenPutFirst(long cell, List<String> jars, Runnable change, Runnable undo) {
        var before = List.copyOf(compiler.path().first());
        thenRenew(
                cell,
                () -> {
                    change.run();
                    compiler.userJars().first(jars);
                },
                () -> {
                    undo.run();
                    compiler.userJars().first(before);
                });
    }

    @Override
    public void addJars(long cell, List<String> jars) {
        compiler.userJars().addLater(jars).forEach(note -> notices.tell(cell, note));
    }

    @Override
    public void refused(int count, String source) {
        locked(
                () -> {
                    var names = SureNames.declaredBy(WithoutMagics.of(source));
                    compiler.session().failed(count, names, false);
                    return source;
                });
    }

    @Override
    public void retire(String lane) {
        compiler.runner().retire(lane);
    }

    @Override
    public void close() {
        // Not under the lock: a cell that never ends must not keep the kernel alive.
        compiler.runner().close();
    }

    private <T> T locked(Supplier<T> body) {
        return compiler.locked(body);
    }
}
