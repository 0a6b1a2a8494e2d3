package himalia.kernel.session;

import himalia.kernel.java.Interpreter;
import himalia.kernel.protocol.content.CreateSubshellReply;
import himalia.kernel.protocol.content.DeleteSubshellReply;
import himalia.kernel.protocol.content.DeleteSubshellRequest;
import himalia.kernel.protocol.content.ListSubshellReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The threads of execution beside the main one, which front ends make and end as they need them. */
final class Subshells {
    private final Interpreter interpreter;
    private final Function<String, Shell> make;
    private final Map<String, Shell> shells = new LinkedHashMap<>();
    private final String prefix = "subshell-" + Long.toHexString(System.nanoTime()) + "-";
    private int made;

    /**
     * Begins without any.
     *
     * @param make makes the shell of an id
     */
    Subshells(Interpreter interpreter, Function<String, Shell> make) {
        this.interpreter = interpreter;
        this.make = make;
    }

    /** Puts the handlers of the requests about subshells beside the others. */
    void register(Map<String, Handler> handlers) {
        handlers.put("create_subshell_request", this::create);
        handlers.put("delete_subshell_request", this::delete);
        handlers.put("list_subshell_request", this::list);
    }

    synchronized Optional<Shell> find(String id) {
        return Optional.ofNullable(shells.get(id));
    }

    private void create(Request request) {
        String id;
        synchronized (this) {
            made++;
            id = prefix + made;
            shells.put(id, make.apply(id));
        }
        request.reply(new CreateSubshellReply(id));
    }

    private void delete(Request request) {
        var id = DeleteSubshellRequest.from(request.content()).subshellId();
        Shell shell;
        synchronized (this) {
            shell = shells.remove(id);
        }
        if (shell == null) {
            throw unknown(id);
        }
        shell.lane().close();
        interpreter.retire(id);
        request.reply(new DeleteSubshellReply());
    }

    private void list(Request request) {
        ArrayList<String> ids;
        synchronized (this) {
            ids = new ArrayList<>(shells.keySet());
        }
        request.reply(new ListSubshellReply(ids));
    }

    /** Returns what is told about a subshell that is not there. */
    IllegalArgumentException unknown(String id) {
        synchronized (this) {
            return new IllegalArgumentException(
                    "there is no subshell '" + id + "'; there are " + shells.keySet());
        }
    }
}
