package himalia.kernel.workers;

import himalia.kernel.java.LoadingException;
import himalia.kernel.java.SnippetRunner;
import himalia.kernel.java.Variable;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs compiled snippets in a worker process, and replaces the worker when it is lost.
 *
 * <p>The compiler's lock is held by the caller and released while the user's code runs, so that completion and
 * inspection work during training.
 */
public final class Workers implements SnippetRunner {
    private static final System.Logger LOG = System.getLogger("himalia.workers");
    private final CurrentWorker worker;
    private final WorkerLoader loader;
    private final ReleasedLock compilerLock;
    private final WorkerState state = new WorkerState();
    private final DebugPort debugPort = new DebugPort(this::now, state::inside);
    private Purpose purpose = Purpose.silent(0);
    private Ran last = Ran.NOTHING;
    private long marks;
    private final RunningCells running;
    private String lastEnding = "";

    /** Starts the first worker, and returns at once. */
    public Workers(WorkerSettings settings, WorkerListener listener, ReentrantLock compilerLock) {
        this.compilerLock = new ReleasedLock(compilerLock);
        this.worker = new CurrentWorker(settings, listener, debugPort::started);
        this.loader = new WorkerLoader(worker, state);
        this.running = new RunningCells(worker, debugPort);
    }

    private CompletableFuture<WorkerProcess> now() {
        return worker.now();
    }

    /** Returns what a debugger needs. */
    public DebugPort debugPort() {
        return debugPort;
    }

    @Override
    public void prepare(Purpose next) {
        purpose = next;
        last = Ran.NOTHING;
    }

    @Override
    public Ran last() {
        return last;
    }

    @Override
    public boolean lost() {
        return worker.lost();
    }

    @Override
    public String revive() {
        if (!worker.lost()) {
            // Another cell that lost the same worker was faster.
            return lastEnding;
        }
        var why = worker.ending();
        lastEnding = why;
        try {
            loader.startAgain();
        } catch (IOException e) {
            worker.lose();
            return why + "; a new one could not be started: " + e.getMessage();
        } catch (InterruptedException e) {
            worker.lose();
            Thread.currentThread().interrupt();
            return why + "; a new one was not waited for";
        }
        return why;
    }

    @Override
    public Optional<String> fullHeap() {
        return FullHeap.most(worker.running());
    }

    @Override
    public List<String> held() {
        return worker.held();
    }

    @Override
    public void renew(boolean keepClasses, boolean keepJars) {
        worker.kill();
        lastEnding = "another cell asked for a new one";
        state.forget(keepClasses, keepJars);
        if (!keepJars) {
            worker.settings(worker.settings().behind(List.of()));
        }
        worker.replace();
        try {
            worker.await();
            loader.loadAll();
        } catch (CompletionException | IOException e) {
            worker.lose();
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    "no process for the cells could be started: " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            worker.lose();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how the next worker is started. */
    public WorkerSettings settings() {
        return worker.settings();
    }

    /** Starts later workers in another way; the one that runs stays as it is. */
    public void settings(WorkerSettings next) {
        worker.settings(next);
    }

    /** Returns the jars and folders that were added since the start. */
    public List<String> addedJars() {
        var jars = new LinkedHashSet<>(worker.settings().first());
        jars.addAll(state.jars());
        return List.copyOf(jars);
    }

    @Override
    public void begins(long cell, String lane) {
        running.begins(cell, lane);
    }

    @Override
    public void retire(String lane) {
        var process = worker.running();
        if (process != null) {
            process.link().tell(new LinkMessage(Messages.RETIRE, Map.of("lane", lane)));
        }
    }

    @Override
    public void ended(long cell, String how) {
        running.ended(cell, how);
    }

    @Override
    public void interrupt(long cell) {
        running.interrupt(cell);
    }

    @Override
    public Optional<String> valueText(Variable variable) {
        return Invocations.valueText(worker.running(), variable);
    }

    @Override
    public List<Variable> holding(List<Variable> some) {
        return Invocations.holding(worker.running(), some);
    }

    @Override
    public void addJars(List<String> files) throws IOException, InterruptedException {
        var fresh = new ArrayList<>(files);
        fresh.removeAll(worker.settings().wholePath());
        fresh = new ArrayList<>(state.addJars(fresh));
        loader.addJars(fresh);
    }

    @Override
    public void load(Map<String, byte[]> classes) throws LoadingException {
        loadAhead(classes);
        try {
            running.of(purpose.cell()).awaitLoaded();
        } catch (NotLoadedException e) {
            throw new LoadingException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new LoadingException("interrupted");
        }
    }

    @Override
    public void loadAhead(Map<String, byte[]> classes) {
        running.of(purpose.cell()).needs(loader.begin(classes));
    }

    @Override
    public void move(List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        try {
            // Calls are not turned to a class that is not there.
            running.of(purpose.cell()).ahead().await();
            loader.move(moves);
        } catch (IOException e) {
            // The invocation says so.
            LOG.log(System.Logger.Level.DEBUG, "methods stay where they are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isLoaded(Map<String, byte[]> classes) {
        return classes.entrySet().stream()
                .allMatch(each -> SameClass.asBefore(state.bytes(each.getKey()), each.getValue()));
    }

    @Override
    public Ran run(String className, String method) {
        var asked = purpose;
        purpose = Purpose.silent(asked.cell());
        var cell = running.of(asked.cell());
        var lane = cell.enter();
        boolean ahead = cell.ahead() != PendingLoad.NONE;
        var message = Invocations.message(className, method, asked, lane, ++marks, ahead);
        var answer = Invocations.lost();
        try {
            answer = answer(message, asked.cell(), cell);
        } finally {
            running.stopped(asked.cell());
            cell.leave(answer);
        }
        var ran = Invocations.ran(answer, cell.hasBegun());
        // Also where it came to nothing: another lane's cell may have left what it came to.
        last = ran;
        return ran;
    }

    /** Has it run, and returns an answer whatever happens: the worker's, or ours in its place. */
    private LinkMessage answer(LinkMessage message, long id, RunningCell cell) {
        var pending = cell.takeAhead();
        if (cell.takeUnloaded()) {
            return Invocations.lost();
        }
        var asking = worker.now();
        int held = 0;
        try {
            if (debugPort.isHeard()) {
                // Who hears it looks at the classes.
                pending.await();
                debugPort.invoking();
            }
            held = compilerLock.release();
            var process = CurrentWorker.started(asking);
            var reply = Invocations.send(process, message, pending, cell);
            if (running.isStopping(id)) {
                // Pressed before the worker knew what for.
                process.link().tell(Invocations.interrupt(id));
            }
            var answer = Invocations.answer(process, reply, () -> running.stoppingFor(id));
            process.awaitNative(message.number("mark"));
            if (answer.text("kind").equals("memory")) {
                Invocations.goOnAfter(answer, process, why -> worker.lose(asking, why));
            }
            return answer;
        } catch (NotLoadedException e) {
            return Invocations.refused(e);
        } catch (IOException e) {
            worker.lose(asking, e);
            return Invocations.lost();
        } catch (InterruptedException e) {
            worker.lose(asking, e);
            Thread.currentThread().interrupt();
            return Invocations.lost();
        } finally {
            compilerLock.acquire(held);
        }
    }

    @Override
    public void close() {
        worker.close();
    }

    @Override
    public void kill() {
        worker.kill("it was ended, since the interrupts before had not ended the cell");
    }

    /** Returns the worker that there is now. */
    CurrentWorker worker() {
        return worker;
    }
}
