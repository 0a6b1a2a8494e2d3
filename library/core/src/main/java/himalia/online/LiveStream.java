package himalia.online;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.KeptWork;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Shows a run while it goes on, where somebody watches and it takes longer than a moment. */
final class LiveStream implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(500);

    private final StreamLoop loop;
    private final boolean isWatched = Display.isWatched();
    private final RateLimiter limiter = new RateLimiter(RateLimiter.LIVE, this::show);
    private @Nullable DisplayHandle handle;
    private boolean isFinished;

    private LiveStream(StreamLoop loop) {
        this.loop = loop;
    }

    static LiveStream of(StreamLoop loop) {
        var live = new LiveStream(loop);
        if (live.isWatched) {
            live.limiter.requestAfter(SHORT);
        }
        return live;
    }

    void changed() {
        if (isWatched) {
            limiter.request();
        }
    }

    /** What comes of the run is shown by whoever has it, so the picture that grew gives way to a line. */
    void finished() {
        isFinished = true;
    }

    private void show() {
        if (handle != null) {
            handle.update(isFinished ? MimeBundle.plain(loop.run().headline()) : loop.run());
        } else if (!isFinished) {
            handle = Display.display(loop.run());
        }
    }

    /** A run that was interrupted leaves its picture, for which the interrupt waits. */
    @Override
    public void close() {
        if (!isWatched) {
            return;
        }
        if (isFinished) {
            limiter.finish();
        } else {
            try (var kept = KeptWork.begin("picture")) {
                limiter.finish();
            }
        }
    }
}
