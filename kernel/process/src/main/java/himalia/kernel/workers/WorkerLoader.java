package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner.Move;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What workers are taught: each class when it is new, and all of them to a worker that takes the place of another.
 * What the other did not take, because it was gone or it went by that, is tried once more and then forgotten.
 */
final class WorkerLoader {
    private static final String JSHELL = "REPL.$JShell$";

    private final CurrentWorker worker;
    private final WorkerState state;

    /** The classes that were being loaded when a worker was lost. */
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

    WorkerLoader(CurrentWorker worker, WorkerState state) {
        this.worker = worker;
        this.state = state;
    }

    /** Sends new classes; they are known where the worker takes them. */
    PendingLoad begin(Map<String, byte[]> loaded) {
        if (loaded.isEmpty()) {
            return PendingLoad.NONE;
        }
        var files = new LinkedHashMap<>(loaded);
        var asked = worker.now();
        PendingLoad.Lost lost =
                why -> {
                    worker.lose(asked, why);
                    doubt(files);
                };
        try {
            var reply = CurrentWorker.started(asked).link().ask(load(files));
            return PendingLoad.sent(reply, () -> state.add(files), lost);
        } catch (IOException e) {
            return PendingLoad.unsent(e, lost);
        }
    }

    /** Notes classes that were sent to a worker that is gone. */
    private void doubt(Map<String, byte[]> files) {
        doubtful.clear();
        doubtful.addAll(files.keySet());
        // JShell counts what it has declared as loaded; a cell is compiled again.
        files.keySet().removeIf(name -> !name.startsWith(JSHELL));
        state.add(files);
    }

    /** Starts a worker that knows what the one before it knew, but for what ended that one. */
    void startAgain() throws IOException, InterruptedException {
        worker.replace();
        try {
            loadAll();
        } catch (IOException e) {
            if (doubtful.isEmpty()) {
                throw e;
            }
            state.forget(doubtful);
            worker.kill();
            worker.replace();
            loadAll();
        } finally {
            doubtful.clear();
        }
    }

    /** Tells a new worker all that is known. */
    void loadAll() throws IOException, InterruptedException {
        addJars(state.jars());
        var classes = state.classes();
        if (!classes.isEmpty()) {
            worker.ask(load(classes), AnswerTimeouts.ALL_CLASSES);
        }
        tell(state.moves());
    }

    /** Teaches where methods are now. */
    void move(List<Move> moves) {
        moves.forEach(state::add);
        try {
            tell(moves);
        } catch (IOException e) {
            // There is no worker: the next one is taught it.
            System.getLogger("himalia.workers")
                    .log(System.Logger.Level.DEBUG, "no worker hears where methods are", e);
        }
    }

    private void tell(List<Move> moves) throws IOException {
        for (var move : moves) {
            worker.started()
                    .link()
                    .tell(
                            new LinkMessage(
                                    Messages.MOVE,
                                    Map.of(
                                            "from", move.from(),
                                            "to", move.to(),
                                            "name", move.name())));
        }
    }

    /** Appends jars to the worker's class path. */
    void addJars(List<String> jars) throws IOException, InterruptedException {
        if (!jars.isEmpty()) {
            worker.ask(
                    new LinkMessage(Messages.CLASS_PATH, Map.of("jars", jars)),
                    AnswerTimeouts.ALL_CLASSES);
        }
    }

    private static LinkMessage load(Map<String, byte[]> files) {
        var list = new ArrayList<Map<String, Object>>();
        files.forEach((name, bytes) -> list.add(Map.of("name", name, "bytes", bytes)));
        return new LinkMessage(Messages.LOAD, Map.of("classes", list));
    }
}
