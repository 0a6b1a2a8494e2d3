package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner;
import himalia.kernel.java.Variable;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled snippets in a worker process, and replaces the worker when it is lost.
 *
 * <p>The compiler's lock is held by the caller and released while the user's code runs, so that completion and
 * inspection work during training.
 */
public final class Workers implements SnippetRunner {
    private static final long VALUE_PATIENCE = 500;
    private static final long END_PATIENCE = 200;

    private volatile WorkerSettings settings;
    private final WorkerListener listener;
    private final ReentrantLock compilerLock;
    private final Knowledge knowledge = new Knowledge();
    private final DebugPort debugPort = new DebugPort(() -> this.worker, knowledge::inside);
    private volatile CompletableFuture<WorkerProcess> worker;
    private volatile boolean lost;
    private volatile boolean closing;
    private Purpose purpose = Purpose.silent(0);
    private Ran last = Ran.NOTHING;
    private long marks;

    /** Starts the first worker, and returns at once. */
    public Workers(WorkerSettings settings, WorkerListener listener, ReentrantLock compilerLock) {
        this.settings = settings;
        this.listener = listener;
        this.compilerLock = compilerLock;
        this.worker = launch();
    }

    private CompletableFuture<WorkerProcess> launch() {
        var started = new CompletableFuture<WorkerProcess>();
        var thread = new Thread(() -> launchNow(started), "himalia-worker-start");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private void launchNow(CompletableFuture<WorkerProcess> started) {
        try {
            var hearing =
                    new WorkerHearing(
                            listener, () -> stopThread(started), () -> lostWorker(started));
            var process =
                    WorkerProcess.start(
                            settings, hearing, (name, text) -> listener.stream(0, name, text));
            debugPort.started(process);
            started.complete(process);
            if (closing) {
                process.close();
            }
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    /** Returns the worker where one has started; null where it is on its way or could not. */
    private @Nullable WorkerProcess running() {
        return worker.isCompletedExceptionally() ? null : worker.getNow(null);
    }

    private static void stopThread(CompletableFuture<WorkerProcess> which) {
        var process = which.getNow(null);
        if (process != null) {
            AsynchronousStop.tryOn(process.debuggee());
        }
    }

    /** Returns what a debugger needs. */
    public DebugPort debugPort() {
        return debugPort;
    }

    private synchronized void lostWorker(CompletableFuture<WorkerProcess> which) {
        if (which == worker) {
            lost = true;
            if (!closing) {
                listener.lost();
            }
        }
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
        return lost || worker.isCompletedExceptionally();
    }

    @Override
    public String revive() {
        String why = ending();
        replace();
        try {
            teach();
        } catch (IOException | InterruptedException e) {
            lost = true;
            return why + "; a new one could not be started: " + e.getMessage();
        }
        return why;
    }

    private synchronized void replace() {
        lost = false;
        worker = launch();
    }

    /** Tells a new worker what the one before it knew. */
    private void teach() throws IOException, InterruptedException {
        var jars = knowledge.jars();
        if (!jars.isEmpty()) {
            ask(new LinkMessage(Messages.CLASS_PATH, Map.of("jars", jars)));
        }
        send(knowledge.classes());
    }

    @Override
    public void renew(boolean keepClasses, boolean keepJars) {
        kill();
        knowledge.forget(keepClasses, keepJars);
        replace();
        try {
            worker.join();
            teach();
        } catch (CompletionException | IOException e) {
            lost = true;
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(
                    "no process for the cells could be started: " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            lost = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how the next worker is started. */
    public WorkerSettings settings() {
        return settings;
    }

    /** Starts later workers in another way; the one that runs stays as it is. */
    public void settings(WorkerSettings next) {
        settings = next;
    }

    /** Returns the jars and folders that were added since the start. */
    public List<String> addedJars() {
        return knowledge.jars();
    }

    private String ending() {
        try {
            var process = worker.join();
            var ending = process.ending();
            process.close();
            return ending;
        } catch (CompletionException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        }
    }

    @Override
    public void ended(long cell, String how) {
        debugPort.cellEnded();
        var process = running();
        if (process == null || lost) {
            return;
        }
        try {
            var fields = Map.of("cell", cell, "how", (Object) how);
            process.link().ask(new LinkMessage(Messages.CELL_END, fields)).await(END_PATIENCE);
        } catch (LinkException e) {
            // It is gone: the next cell will say so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void interrupt(long cell) {
        var process = running();
        if (process != null) {
            process.link().tell(new LinkMessage(Messages.INTERRUPT, Map.of("cell", cell)));
            debugPort.interrupting();
        }
    }

    @Override
    public Optional<String> valueText(Variable variable) {
        var process = running();
        if (process == null) {
            return Optional.empty();
        }
        try {
            var fields = Map.of("class", variable.className(), "field", variable.name());
            var answer =
                    process.link()
                            .ask(new LinkMessage(Messages.VALUE, fields))
                            .await(VALUE_PATIENCE);
            return answer == null ? Optional.empty() : Optional.of(answer.text("text"));
        } catch (LinkException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Appends jars to the worker's class path at once. */
    public void addJars(List<String> files) throws IOException, InterruptedException {
        var fresh = new ArrayList<>(files);
        fresh.removeAll(settings.classPath());
        fresh = new ArrayList<>(knowledge.addJars(fresh));
        if (!fresh.isEmpty()) {
            ask(new LinkMessage(Messages.CLASS_PATH, Map.of("jars", fresh)));
        }
    }

    @Override
    public void load(ClassBytecodes[] files)
            throws ClassInstallException, EngineTerminationException {
        var fresh = new LinkedHashMap<String, byte[]>();
        for (var file : files) {
            fresh.put(file.name(), file.bytecodes());
        }
        try {
            send(fresh);
            knowledge.add(fresh);
        } catch (LinkException e) {
            if (!e.refused()) {
                // The invocation that follows will find the worker gone, and say so.
                knowledge.add(fresh);
                return;
            }
            throw new ClassInstallException(
                    String.valueOf(e.getMessage()), new boolean[files.length]);
        } catch (IOException e) {
            knowledge.add(fresh);
            lost = true;
        } catch (InterruptedException e) {
            throw new ClassInstallException("interrupted", new boolean[files.length]);
        }
    }

    private void send(Map<String, byte[]> files) throws IOException, InterruptedException {
        var list = new ArrayList<Map<String, Object>>();
        files.forEach((name, bytes) -> list.add(Map.of("name", name, "bytes", bytes)));
        if (!list.isEmpty()) {
            ask(new LinkMessage(Messages.LOAD, Map.of("classes", list)));
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
        debugPort.invoking();
        var asked = purpose;
        purpose = Purpose.silent(asked.cell());
        marks++;
        int held = release();
        LinkMessage answer;
        try {
            answer = ask(Invocations.message(className, method, asked, marks));
            worker.join().awaitNative(marks);
        } catch (IOException | InterruptedException e) {
            lost = true;
            answer = null;
        } finally {
            acquire(held);
        }
        return settle(answer);
    }

    private String settle(@Nullable LinkMessage answer) throws UserException {
        if (answer == null) {
            last = new Ran(Optional.empty(), Optional.of(new Failure("lost", List.of(), "")));
            throw new UserException(
                    "the worker is gone", "himalia.WorkerLost", new StackTraceElement[0]);
        }
        if (answer.name().equals("failed")) {
            var failure = Failures.read(answer);
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

    LinkMessage ask(LinkMessage message) throws IOException, InterruptedException {
        try {
            return worker.join().link().ask(message).await();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException(e.getMessage(), e);
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
        closing = true;
        var process = running();
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void kill() {
        var process = running();
        if (process != null) {
            process.close();
        }
    }
}
