package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner;
import himalia.kernel.java.Variable;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final long END_PATIENCE = 1_000;

    private final CurrentWorker worker;
    private final ReentrantLock compilerLock;

    /** How many invocations of a cell have not returned: code may evaluate code. */
    private final Map<Long, Integer> inside = new ConcurrentHashMap<>();

    private final Knowledge knowledge = new Knowledge();
    private final DebugPort debugPort = new DebugPort(this::now, knowledge::inside);
    private Purpose purpose = Purpose.silent(0);
    private Ran last = Ran.NOTHING;
    private long marks;
    private final Map<Long, String> lanes = new ConcurrentHashMap<>();

    /** Cells that are to end, until what they run has. */
    private final Set<Long> stopping = ConcurrentHashMap.newKeySet();

    private String lastEnding = "";

    /** Starts the first worker, and returns at once. */
    public Workers(WorkerSettings settings, WorkerListener listener, ReentrantLock compilerLock) {
        this.compilerLock = compilerLock;
        this.worker = new CurrentWorker(settings, listener, debugPort::started);
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
        worker.replace();
        try {
            teach();
        } catch (IOException | InterruptedException e) {
            worker.lose();
            return why + "; a new one could not be started: " + e.getMessage();
        }
        return why;
    }

    private String lane(long cell) {
        return lanes.getOrDefault(cell, "");
    }

    /** Tells a new worker what the one before it knew. */
    private void teach() throws IOException, InterruptedException {
        var jars = knowledge.jars();
        if (!jars.isEmpty()) {
            worker.ask(new LinkMessage(Messages.CLASS_PATH, Map.of("jars", jars)));
        }
        send(knowledge.classes());
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
            teach();
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
        lanes.put(cell, lane);
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
        stopping.remove(cell);
        debugPort.cellEnded();
        var lane = lanes.remove(cell);
        var process = worker.running();
        if (process == null || worker.lost()) {
            return;
        }
        try {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("cell", cell);
            fields.put("how", how);
            fields.put("lane", lane);
            process.link().ask(new LinkMessage(Messages.CELL_END, fields)).await(END_PATIENCE);
        } catch (LinkException e) {
            // It is gone: the next cell will say so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void interrupt(long cell) {
        stopping.add(cell);
        var process = worker.running();
        if (process != null) {
            process.link().tell(interruptOf(cell));
            debugPort.interrupting();
        }
    }

    private static LinkMessage interruptOf(long cell) {
        return new LinkMessage(Messages.INTERRUPT, Map.of("cell", cell));
    }

    @Override
    public Optional<String> valueText(Variable variable) {
        var process = worker.running();
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
        fresh.removeAll(worker.settings().wholePath());
        fresh = new ArrayList<>(knowledge.addJars(fresh));
        if (!fresh.isEmpty()) {
            worker.ask(new LinkMessage(Messages.CLASS_PATH, Map.of("jars", fresh)));
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
            worker.lose();
        } catch (InterruptedException e) {
            throw new ClassInstallException("interrupted", new boolean[files.length]);
        }
    }

    private void send(Map<String, byte[]> files) throws IOException, InterruptedException {
        var list = new ArrayList<Map<String, Object>>();
        files.forEach((name, bytes) -> list.add(Map.of("name", name, "bytes", bytes)));
        if (!list.isEmpty()) {
            worker.ask(new LinkMessage(Messages.LOAD, Map.of("classes", list)));
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
        int inner = inside.merge(asked.cell(), 1, Integer::sum) - 1;
        var lane = lane(asked.cell()) + (inner == 0 ? "" : " inner " + inner);
        long mark = marks;
        var asking = worker.now();
        int held = release();
        LinkMessage answer;
        try {
            answer =
                    worker.ask(
                            Invocations.message(className, method, asked, lane, mark),
                            link -> {
                                // Pressed before the worker knew what for.
                                if (stopping.contains(asked.cell())) {
                                    link.tell(interruptOf(asked.cell()));
                                }
                            });
            asking.join().awaitNative(mark);
        } catch (IOException | InterruptedException e) {
            worker.lose(asking);
            answer = null;
        } finally {
            acquire(held);
            stopping.remove(asked.cell());
            inside.computeIfPresent(asked.cell(), (cell, depth) -> depth > 1 ? depth - 1 : null);
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
