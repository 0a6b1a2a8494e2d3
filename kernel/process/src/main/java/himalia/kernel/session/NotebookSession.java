package himalia.kernel.session;

import himalia.kernel.debugger.Debugger;
import himalia.kernel.debugger.Events;
import himalia.kernel.help.CodeHelp;
import himalia.kernel.java.Cell;
import himalia.kernel.java.Interpreter;
import himalia.kernel.magic.CellRewriter;
import himalia.kernel.magic.MagicCompleter;
import himalia.kernel.magic.Magics;
import himalia.kernel.magic.RuntimeValues;
import himalia.kernel.magic.SqlCompleter;
import himalia.kernel.magic.TextCompleter;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.InterruptReply;
import himalia.kernel.protocol.content.ShutdownReply;
import himalia.kernel.protocol.content.ShutdownRequest;
import himalia.kernel.workers.CommLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One notebook's talk with the kernel. */
public final class NotebookSession {
    private final Interpreter interpreter;
    private final CodeHelp help;
    private final OutputRouter output;
    private final CommLine comms;
    private final DebugHandler debug;
    private final Runnable end;
    private final History history = new History(HistoryFile.ofUser());
    private final Payloads payloads = new Payloads();
    private final CellRewriter rewriter;
    private final MagicCompleter magicHelp;
    private final RuntimeValues values;
    private final SqlCompleter sqlHelp;
    private final NameHelp nameHelp;
    private final SessionSettings settings;
    private final Handler kernelInfo;
    private final Handler isComplete;
    private final Subshells subshells;
    private final Shell main;
    private final ShellQueue queue = new ShellQueue();

    /**
     * Begins the session.
     *
     * @param interpreter runs the cells
     * @param help helps with their code
     * @param magics those that cells may use
     * @param output where the worker's words arrive
     * @param comms brings messages of comms to the worker
     * @param debugger makes the debugger, at the first request for it
     * @param settings what is told from outside
     * @param end called after a shutdown was answered
     */
    public NotebookSession(
            Interpreter interpreter,
            CodeHelp help,
            Magics magics,
            OutputRouter output,
            CommLine comms,
            Function<Events, Debugger> debugger,
            SessionSettings settings,
            Runnable end) {
        this.interpreter = interpreter;
        this.help = help;
        this.output = output;
        this.comms = comms;
        this.debug = new DebugHandler(debugger);
        this.end = end;
        rewriter =
                new CellRewriter(
                        magics,
                        interpreter::declares,
                        interpreter::mayDeny,
                        interpreter::hasVariable,
                        interpreter::takes);
        magicHelp = new MagicCompleter(magics);
        sqlHelp = new SqlCompleter(magics);
        values = magics.values();
        nameHelp = new NameHelp(help, magicHelp);
        this.settings = settings;
        isComplete = new IsCompleteHandler(interpreter, magics);
        kernelInfo = Handlers.kernelInfo(settings.version());
        subshells =
                new Subshells(
                        interpreter,
                        id ->
                                shell(
                                        id,
                                        new Lane("himalia-" + id),
                                        new History(HistoryFile.none()),
                                        new Payloads()));
        main = shell(Cell.MAIN, new Lane("himalia-shell"), history, payloads);
        new SessionAnswers(interpreter, history).register(output.questions());
        new CodeAnswers(interpreter, rewriter, magics, history, payloads)
                .register(output.questions());
    }

    private Shell shell(String id, Lane lane, History itsHistory, Payloads itsPayloads) {
        var execute =
                new ExecuteHandler(
                        interpreter,
                        rewriter,
                        nameHelp,
                        settings,
                        output.cells(),
                        itsHistory,
                        itsPayloads,
                        id,
                        lane);
        return new Shell(lane, new Dispatcher(handlers(execute, itsHistory)));
    }

    private Map<String, Handler> handlers(ExecuteHandler execute, History itsHistory) {
        var handlers = new HashMap<String, Handler>();
        handlers.put("execute_request", execute);
        handlers.put("kernel_info_request", kernelInfo);
        handlers.put(
                "complete_request",
                new CompleteHandler(
                        help,
                        magicHelp,
                        sqlHelp,
                        new TextCompleter(values),
                        new FileCompleter(settings.directory())));
        handlers.put("inspect_request", new InspectHandler(nameHelp));
        handlers.put("is_complete_request", isComplete);
        handlers.put("history_request", new HistoryHandler(itsHistory, rewriter));
        output.comms().register(handlers, comms);
        handlers.put("debug_request", debug);
        subshells.register(handlers);
        handlers.put("interrupt_request", this::interrupt);
        handlers.put("shutdown_request", this::shutdown);
        return handlers;
    }

    /** Takes a request of the shell channel; it is answered in its turn. */
    public void shell(Request request) {
        var id = request.message().subshell();
        var shell = id.isEmpty() ? Optional.of(main) : subshells.find(id);
        if (shell.isPresent()) {
            queue.add(request, shell.get());
        } else {
            Dispatcher.dispatch(
                    request,
                    refused -> {
                        throw subshells.unknown(id);
                    });
        }
    }

    /** Answers a request of the control channel, now; those of the debugger in their turn. */
    public void control(Request request) {
        if (request.message().type().equals("debug_request")) {
            debug.later(request, main::dispatch);
        } else {
            main.dispatch(request);
        }
    }

    /** Takes what came by the stdin channel. */
    public void stdin(Message message) {
        if (message.type().equals("input_reply")) {
            try {
                output.input().answer(message);
            } catch (IllegalArgumentException e) {
                System.getLogger("himalia.session")
                        .log(System.Logger.Level.WARNING, "input_reply: " + e.getMessage());
            }
        }
    }

    /** Writes down what is not yet, at the end of the kernel. */
    public void close() {
        history.close();
    }

    /** Ends the cells and callbacks that run. */
    public void interrupt() {
        interpreter.interrupt();
        output.comms().interrupt(comms);
        output.input().withdraw();
    }

    private void interrupt(Request request) {
        interrupt();
        request.reply(new InterruptReply("ok"));
    }

    private void shutdown(Request request) {
        var asked = ShutdownRequest.from(request.content());
        var reply = new ShutdownReply("ok", asked.restart());
        request.publish(reply);
        request.reply(reply);
        end.run();
    }
}
