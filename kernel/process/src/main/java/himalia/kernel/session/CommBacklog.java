package himalia.kernel.session;

import himalia.kernel.protocol.content.StreamOutput;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The messages of comms that wait for their callbacks, bounded in bytes: a front end may send pictures faster than
 * anybody's code looks at them. What does not fit is refused in words, where its output would be.
 */
final class CommBacklog {
    /** An eighth of the heap that the kernel is started with. */
    static final long MOST = 128L << 20;

    private static final String NOTICE =
            "A message of a comm (%d KB) was dropped: %d MB of them wait already, because the callbacks are slower than the front end sends.\n";

    /** What an object and a reference to it take, roughly. */
    private static final int OBJECT = 48;

    private final long most;
    private long bytes;

    CommBacklog() {
        this(MOST);
    }

    CommBacklog(long most) {
        this.most = most;
    }

    /** Hands a message on, to whoever lets it wait for the handler given, or answers it now where too much waits. */
    void admit(Request request, Consumer<Request> handler, Waiting waiting) {
        long size = size(request);
        if (take(size)) {
            waiting.add(request, asked -> handle(asked, handler, size));
        } else {
            Dispatcher.dispatch(
                    request,
                    refused ->
                            refused.publish(
                                    new StreamOutput(
                                            "stderr",
                                            String.format(NOTICE, size >> 10, most >> 20))));
        }
    }

    /** Lets a request wait for its turn. */
    interface Waiting {
        void add(Request request, Consumer<Request> taker);
    }

    private void handle(Request request, Consumer<Request> handler, long size) {
        try {
            handler.accept(request);
        } finally {
            give(size);
        }
    }

    /** One that is larger than all may wait for is taken where nothing waits. */
    private synchronized boolean take(long size) {
        if (bytes > 0 && bytes + size > most) {
            return false;
        }
        bytes += size;
        return true;
    }

    private synchronized void give(long size) {
        bytes -= size;
    }

    private static long size(Request request) {
        long size = size(request.content()) + size(request.message().metadata());
        for (var buffer : request.message().buffers()) {
            size += OBJECT + buffer.length;
        }
        return size;
    }

    private static long size(@Nullable Object value) {
        long size = OBJECT;
        if (value instanceof String text) {
            size += text.length();
        } else if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                size += size(entry.getKey()) + size(entry.getValue());
            }
        } else if (value instanceof Collection<?> list) {
            for (var each : list) {
                size += size(each);
            }
        }
        return size;
    }
}
