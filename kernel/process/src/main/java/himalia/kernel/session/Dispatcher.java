package himalia.kernel.session;

import himalia.kernel.protocol.content.ErrorOutput;
import himalia.kernel.protocol.content.ErrorReply;
import himalia.kernel.protocol.content.Failure;
import himalia.kernel.protocol.content.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handler of a request; says busy before it and idle after it, so that none can forget. Here a request is
 * owned, from the thread that takes it to its one answer: what a handler throws, or forgets to say, is answered here, and
 * nothing ends the thread.
 */
final class Dispatcher {
    private final Map<String, Handler> handlers;

    Dispatcher(Map<String, Handler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    /** Handles a request to its end; a type that nobody knows is answered by busy and idle alone. */
    void dispatch(Request request) {
        dispatch(request, handlers.get(request.message().type()));
    }

    /** Handles a request to its end with the given handler, if there is one. */
    static void dispatch(Request request, @Nullable Handler handler) {
        var type = request.message().type();
        guarded(type, () -> request.publish(new Status("busy")));
        if (handler != null) {
            guarded(type, () -> handle(request, handler));
            if (request.open()) {
                var forgotten = new IllegalStateException("nothing was answered to " + type);
                guarded(type, () -> refuse(request, InternalErrors.of(forgotten)));
            }
        }
        guarded(type, () -> request.publish(new Status("idle")));
    }

    private static void handle(Request request, Handler handler) {
        try {
            handler.handle(request);
        } catch (IllegalArgumentException e) {
            refuse(request, InternalErrors.refused(e));
        } catch (RuntimeException | Error e) {
            InternalErrors.log(request.message().type(), e);
            refuse(request, InternalErrors.of(e));
        }
    }

    /** A front end shows why a cell has no result only where that is published, too. */
    private static void refuse(Request request, Failure failure) {
        var type = request.message().type();
        if (!request.open()) {
            return;
        }
        if (type.equals("execute_request")) {
            guarded(type, () -> request.publish(new ErrorOutput(failure)));
        }
        var reply = type.substring(0, type.length() - "request".length()) + "reply";
        request.reply(new ErrorReply(reply, failure));
    }

    private static void guarded(String type, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            InternalErrors.log(type, e);
        }
    }
}
