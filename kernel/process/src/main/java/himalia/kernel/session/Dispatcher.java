package himalia.kernel.session;

import himalia.kernel.protocol.ErrorReply;
import himalia.kernel.protocol.Failure;
import himalia.kernel.protocol.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the handler of a request; says busy before it and idle after it, so that none can forget. */
final class Dispatcher {
    private static final System.Logger LOG = System.getLogger("himalia.session");

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
        request.publish(new Status("busy"));
        try {
            if (handler != null) {
                handler.handle(request);
            }
        } catch (IllegalArgumentException e) {
            refuse(request, e);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a bug in " + request.message().type(), e);
            refuse(request, e);
        } finally {
            request.publish(new Status("idle"));
        }
    }

    private static void refuse(Request request, Throwable thrown) {
        var type = request.message().type();
        if (type.endsWith("_request")) {
            var reply = type.substring(0, type.length() - "request".length()) + "reply";
            var failure =
                    Failure.of(
                            thrown.getClass().getSimpleName(), String.valueOf(thrown.getMessage()));
            request.reply(new ErrorReply(reply, failure));
        }
    }
}
