package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.content.KernelInfoRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a kernel who it is until it answers and its output arrives.
 *
 * <p>The answer alone is not enough: iopub connects by itself, a little sooner or later, and what is published before is lost.
 */
final class Greeting {
    /** A kernel that has not answered by then is asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** One that has answered, but not yet on iopub, is asked again sooner. */
    private static final Duration SUBSCRIPTION = Duration.ofMillis(50);

    private final Connection connection;
    private final Duration limit;
    private final Supplier<String> told;
    private final long end;

    /** Prepares a greeting; {@code told} says what else is known of a kernel that does not answer. */
    Greeting(Connection connection, Duration limit, Supplier<String> told) {
        this.connection = connection;
        this.limit = limit;
        this.told = told;
        this.end = System.nanoTime() + limit.toNanos();
    }

    Map<String, Object> exchange() throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            var info = ask();
            if (info.isPresent() && connection.awaitSubscribed(SUBSCRIPTION)) {
                return info.get();
            }
        }
        throw new KernelException(
                "the kernel did not answer kernel_info_request within "
                        + limit.toMillis()
                        + " ms"
                        + told.get());
    }

    private Optional<Map<String, Object>> ask() throws IOException, InterruptedException {
        try (var pending =
                connection.send(
                        Channel.SHELL, connection.sender().request(new KernelInfoRequest()))) {
            var event = pending.next(PATIENCE);
            while (event.isPresent()) {
                if (event.get() instanceof Event.Replied replied) {
                    return Optional.of(replied.message().content());
                }
                if (event.get() instanceof Event.Gone gone) {
                    throw new KernelException(gone.reason());
                }
                event = pending.next(PATIENCE);
            }
            return Optional.empty();
        }
    }
}
