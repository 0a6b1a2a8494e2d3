package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner;
import himalia.kernel.java.Variable;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs compiled snippets in a worker process, and replaces the worker when it is lost.
 *
 * <p>The compiler's lock is held by the caller and released while the user's code runs, so that completion and
 * inspection work during training.
 */
public final class Workers implements SnippetRunner {
    private static final long END_PATIENCE = 1_000;
    private static final System.Logger LOG = System.getLogger("himalia.workers");
    private final CurrentWorker worker;
    private final Lessons lessons;
    private final ReentrantLock compilerLock;
    private final Knowledge knowledge = new Knowledge();
    private final DebugPort debugPort = new DebugPort(this::now, knowledge::inside);
    private Purpose purpose = Purpose.silent(0);
    private Ran last = Ran.NOTHING;
    private long marks;
    private final Map<Long, RunningCell> running = new ConcurrentHashMap<>();

    /** Cells that are to end, until what they run has. */
    private final Set<Long> stopping = ConcurrentHashMap.newKeySet();
    private String lastEnding = "";

    /** Starts the first worker, and returns at once. */
    public Workers(WorkerSettings settings, WorkerListener listener, ReentrantLock compilerLock) {
        this.compilerLock = compilerLock;
        this.worker = new CurrentWorker(settings, listener, debugPort::started);
        this.lessons = new Lessons(worker, knowledge);
    }

    /** Returns what a debugger needs. */
    public DebugPort debugPort() {
        return debugPort;
    }

    private CompletableFuture<WorkerProcess> now() {
        return worker.now();
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
        String why = worker.ending();
        lastEnding = why;
        try {
            lessons.startAgain();
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

    private RunningCell running(long cell) {
        return running.computeIfAbsent(cell, unknown -> new RunningCell(""));
    }

    @Override
    public void renew(boolean keepClasses, boolean keepJars) {
        kill();
        lastEnding = "another cell asked for a new one";
        knowledge.forget(keepClasses, keepJars);
        if (!keepJars) {
            worker.settings(worker.settings().behind(List.of()));
        }
        worker.replace();
        try {
            worker.await();
            lessons.teachAll();
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
        jars.addAll(knowledge.jars());
        return List.copyOf(jars);
    }

    @Override
    public void begins(long cell, String lane) {
        running.put(cell, new RunningCell(lane));
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
        synchronized (stopping) {
            stopping.remove(cell);
            debugPort.cellEnded();
        }
        var ending = running(cell);
        running.remove(cell);
        var message = Invocations.end(cell, how, ending.lane());
        var asking = worker.now();
        var process = worker.running();
        if (process == null || worker.lost()) {
            return;
        }
        if (!ending.isAwaited()) {
            process.link().tell(message);
            return;
        }
        try {
            if (process.link().ask(message).await(END_PATIENCE) == null) {
                // A display of the cell hangs: the lane is wanted for the next one.
                process.link().tell(Invocations.interrupt(cell));
                Patience.pulse(process);
            }
        } catch (LinkException e) {
            if (e.reason() == LinkException.Reason.REFUSED) {
                LOG.log(System.Logger.Level.WARNING, "a cell did not end well: " + e.getMessage());
            }
        } catch (IOException e) {
            worker.lose(asking, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void interrupt(long cell) {
        stopping.add(cell);
        var process = worker.running();
        if (process != null) {
            process.link().tell(Invocations.interrupt(cell));
            // Not here: the debugger may wait for a worker that does not answer, and the next press
            // must be heard.
            var thread = new Thread(() -> interruptDebugger(cell), "himalia-interrupt");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void interruptDebugger(long cell) {
        synchronized (stopping) {
            if (stopping.contains(cell)) {
                debugPort.interrupting();
            }
        }
    }

    @Override
    public Optional<String> valueText(Variable variable) {
        var process = worker.running();
        return process == null ? Optional.empty() : Invocations.valueText(process, variable);
    }

    /** Appends jars to the worker's class path at once. */
    public void addJars(List<String> files) throws IOException, InterruptedException {
        var fresh = new ArrayList<>(files);
        fresh.removeAll(worker.settings().wholePath());
        fresh = new ArrayList<>(knowledge.addJars(fresh));
        lessons.addJars(fresh);
    }

    @Override
    public void load(ClassBytecodes[] files) throws ClassInstallException {
        loadAhead(files);
        try {
            running(purpose.cell()).awaitLoaded();
        } catch (NotLoaded e) {
            throw new ClassInstallException(
                    String.valueOf(e.getMessage()), new boolean[files.length]);
        } catch (InterruptedException e) {
            throw new ClassInstallException("interrupted", new boolean[files.length]);
        }
    }

    @Override
    public void loadAhead(ClassBytecodes[] files) {
        running(purpose.cell()).needs(lessons.begin(files));
    }

    @Override
    public void move(List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        try {
            // Calls are not turned to a class that is not there.
            running(purpose.cell()).ahead().await();
            lessons.move(moves);
        } catch (IOException e) {
            // The invocation says so.
            LOG.log(System.Logger.Level.DEBUG, "methods stay where they are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void redefine(ClassBytecodes[] files)
            throws NotImplementedException, ClassInstallException {
        for (var file : files) {
            if (!SameClass.asBefore(knowledge.bytes(file.name()), file.bytecodes())) {
                throw new NotImplementedException(
                        "JShell makes a new class; the worker carries values over");
            }
        }
    }

    @Override
    public String invoke(String className, String method) throws RunException, InternalException {
        var asked = purpose;
        purpose = Purpose.silent(asked.cell());
        marks++;
        var cell = running(asked.cell());
        var lane = cell.enter();
        boolean ahead = cell.ahead() != Lesson.NONE;
        var message = Invocations.message(className, method, asked, lane, marks, ahead);
        var answer = Invocations.lost();
        try {
            answer = run(message, asked.cell(), cell);
        } finally {
            stopping.remove(asked.cell());
            cell.leave(answer);
        }
        return settle(answer, cell);
    }

    /** Has it run, and returns an answer whatever happens: the worker's, or ours in its place. */
    private LinkMessage run(LinkMessage message, long id, RunningCell cell) {
        var lesson = cell.takeAhead();
        if (cell.takeUnloaded()) {
            return Invocations.lost();
        }
        var asking = worker.now();
        int held = 0;
        try {
            if (debugPort.isHeard()) {
                // Who hears it looks at the classes.
                lesson.await();
                debugPort.invoking();
            }
            held = release();
            var process = CurrentWorker.started(asking);
            var reply = Invocations.send(process, message, lesson, cell);
            if (stopping.contains(id)) {
                // Pressed before the worker knew what for.
                process.link().tell(Invocations.interrupt(id));
            }
            var answer = Invocations.answer(process, reply);
            process.awaitNative(message.number("mark"));
            if (answer.text("kind").equals("memory")) {
                Invocations.goOnAfter(answer, process, why -> worker.lose(asking, why));
            }
            return answer;
        } catch (NotLoaded e) {
            return Invocations.refused(e);
        } catch (IOException e) {
            worker.lose(asking, e);
            return Invocations.lost();
        } catch (InterruptedException e) {
            worker.lose(asking, e);
            Thread.currentThread().interrupt();
            return Invocations.lost();
        } finally {
            acquire(held);
        }
    }

    private String settle(LinkMessage answer, RunningCell cell) throws UserException {
        // While this one ran, another lane's cell may have left what it came to.
        last = Ran.NOTHING;
        if (answer.name().equals("failed")) {
            var failure = Failures.read(answer, cell.hasBegun());
            last = new Ran(Optional.empty(), Optional.of(failure));
            throw Failures.asUserException(failure);
        }
        if (answer.has("data")) {
            last = new Ran(Optional.of(Bundles.read(answer)), Optional.empty());
        }
        return "";
    }

    /** Lets completion and inspection use the compiler while the user's code runs. */
    private int release() {
        int held = compilerLock.getHoldCount();
        for (int i = 0; i < held; i++) {
            compilerLock.unlock();
        }
        return held;
    }

    private void acquire(int held) {
        for (int i = 0; i < held; i++) {
            compilerLock.lock();
        }
    }

    @Override
    public String varValue(String className, String variable) {
        return "";
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        try {
            addJars(List.of(path.split(java.io.File.pathSeparator)));
        } catch (IOException e) {
            throw new InternalException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InternalException("interrupted");
        }
    }

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void stop() {
        interrupt(purpose.cell());
    }

    @Override
    public void close() {
        worker.close();
    }

    @Override
    public void kill() {
        worker.kill();
    }

    /** Asks the worker that there is now. */
    LinkMessage ask(LinkMessage message) throws IOException, InterruptedException {
        return worker.ask(message);
    }
}
