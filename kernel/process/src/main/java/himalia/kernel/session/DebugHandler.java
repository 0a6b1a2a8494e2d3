package himalia.kernel.session;

import himalia.kernel.debugger.DebugException;
import himalia.kernel.debugger.DebugResponse;
import himalia.kernel.debugger.Debugger;
import himalia.kernel.debugger.Events;
import himalia.kernel.protocol.content.DebugEvent;
import himalia.kernel.protocol.content.DebugReply;
import himalia.kernel.protocol.json.Fields;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code debug_request}. The debugger and its thread are made at the first one; interrupts and everything else on
 * the control channel never wait for it.
 */
final class DebugHandler implements Handler {
    private final Function<Events, Debugger> maker;
    private final AtomicLong numbers = new AtomicLong();
    private @Nullable ExecutorService thread;
    private @Nullable Debugger debugger;
    private volatile @Nullable Request latest;

    DebugHandler(Function<Events, Debugger> maker) {
        this.maker = maker;
    }

    /** Has a request dispatched on the debugger's own thread. */
    synchronized void later(Request request, Consumer<Request> dispatch) {
        if (thread == null) {
            thread =
                    Executors.newSingleThreadExecutor(
                            work -> {
                                var made = new Thread(work, "himalia-debug");
                                made.setDaemon(true);
                                return made;
                            });
        }
        thread.execute(() -> dispatch.accept(request));
    }

    @Override
    public void handle(Request request) {
        latest = request;
        var asked = new Fields(request.content());
        var command = asked.text("command", "");
        long number = asked.number("seq", 0);
        DebugResponse answer;
        try {
            answer = debugger().answer(command, asked.fields("arguments"));
        } catch (DebugException | IllegalArgumentException e) {
            var why = String.valueOf(e.getMessage());
            request.reply(new DebugReply(next(), number, false, command, why, Map.of()));
            return;
        }
        request.reply(new DebugReply(next(), number, true, command, "", answer.body()));
        answer.afterwards().run();
    }

    private Debugger debugger() {
        var made = debugger;
        if (made == null) {
            made = maker.apply(this::send);
            debugger = made;
        }
        return made;
    }

    private void send(String event, Map<String, Object> body) {
        var request = latest;
        if (request != null) {
            request.publish(new DebugEvent(next(), event, body));
        }
    }

    private long next() {
        return numbers.incrementAndGet();
    }
}
