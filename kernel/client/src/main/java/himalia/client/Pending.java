package himalia.client;

import himalia.kernel.protocol.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request that was sent, and what has come back for it so far; closing it lets the rest go by.
 *
 * <pre>{@code
 * try (var pending = client.send(Channel.SHELL, new CompleteRequest("Mat", 3))) {
 *     Answer answer = pending.await(Duration.ofSeconds(5));
 * }
 * }</pre>
 */
public final class Pending implements AutoCloseable {
    private final Message request;
    private final Connection connection;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private boolean closed;

    Pending(Message request, Connection connection) {
        this.request = request;
        this.connection = connection;
    }

    /** Returns the id of the request, which its answers name as their parent. */
    public String id() {
        return request.id();
    }

    /** Takes an event, unless the request was let go of. */
    synchronized boolean add(Event event) {
        return !closed && events.add(event);
    }

    /** Returns the next event, in the order in which they came; empty if none comes in time. */
    public Optional<Event> next(Duration limit) throws InterruptedException {
        return Optional.ofNullable(events.poll(nanos(limit), TimeUnit.NANOSECONDS));
    }

    /** Waits for the reply alone, and takes what comes before it. */
    public Message awaitReply(Duration limit) throws IOException, InterruptedException {
        return await(limit, false).reply();
    }

    /** Waits until the reply has come and the kernel is idle again, whichever is later. */
    public Answer await(Duration limit) throws IOException, InterruptedException {
        return await(limit, true);
    }

    private Answer await(Duration limit, boolean untilIdle)
            throws IOException, InterruptedException {
        var progress = new Progress(untilIdle);
        long end = System.nanoTime() + nanos(limit);
        while (progress.reply == null || untilIdle && !progress.idle) {
            var event = next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (event.isEmpty()) {
                throw new KernelException(
                        request.type()
                                + " was not answered within "
                                + limit.toMillis()
                                + " ms: "
                                + progress.missing()
                                + connection.told());
            }
            progress.take(event.get());
        }
        return progress.answer();
    }

    /** Lets go of the request: what comes for it from now on, and what came and was not taken, belongs to nobody. */
    @Override
    public void close() {
        // In one go, so that what comes meanwhile stands behind what came before.
        synchronized (this) {
            closed = true;
            for (var event = events.poll(); event != null; event = events.poll()) {
                unclaimed(event);
            }
        }
        connection.forget(id());
    }

    private void unclaimed(Event event) {
        if (event instanceof Event.Published output) {
            connection.unclaimed(output.message());
        } else if (event instanceof Event.Asked question) {
            connection.unclaimed(question.message());
        } else if (event instanceof Event.Replied late) {
            connection.unclaimed(late.message());
        }
    }

    /** Returns as many nanoseconds as there can be, where the limit is longer: 292 years. */
    static long nanos(Duration limit) {
        var most = Duration.ofNanos(Long.MAX_VALUE);
        return limit.compareTo(most) > 0 ? Long.MAX_VALUE : limit.toNanos();
    }

    /** What has come so far. */
    static final class Progress {
        private final boolean keeps;
        private final ArrayList<Message> published = new ArrayList<>();
        private @Nullable Message reply;
        private boolean idle;

        /**
         * @param keeps whether what was published is asked for
         */
        Progress(boolean keeps) {
            this.keeps = keeps;
        }

        void take(Event event) throws KernelException {
            if (event instanceof Event.Replied replied) {
                reply = replied.message();
            } else if (event instanceof Event.Published output) {
                if (keeps) {
                    published.add(output.message());
                }
                idle |= isIdle(output.message());
            } else if (event instanceof Event.Gone gone) {
                throw new KernelException(gone.reason());
            }
        }

        boolean isAnswered() {
            return reply != null;
        }

        boolean isDone() {
            return isAnswered() && idle;
        }

        String missing() {
            return reply == null ? "no reply came" : "it did not become idle";
        }

        Answer answer() {
            if (reply == null) {
                throw new IllegalStateException("asked for an answer before the reply came");
            }
            return new Answer(reply, published);
        }

        private static boolean isIdle(Message message) {
            return message.type().equals("status")
                    && "idle".equals(message.content().get("execution_state"));
        }
    }
}
