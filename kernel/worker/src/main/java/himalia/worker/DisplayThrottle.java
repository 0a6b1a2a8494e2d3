package himalia.worker;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.RateLimiter;
import himalia.display.bundle.Unfinished;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One place in the page, and the latest of what is to be seen there: sent at the pace of live displays, the last one always. */
final class DisplayThrottle implements Unfinished {
    private final RateLimiter limiter = new RateLimiter(RateLimiter.LIVE, this::send);
    private final Consumer<MimeBundle> place;
    private final Runnable onEnd;
    private @Nullable MimeBundle unsent;
    private boolean ended;

    /**
     * @param place sends there
     * @param onEnd run when the run is over that it belongs to
     */
    DisplayThrottle(Consumer<MimeBundle> place, Runnable onEnd) {
        this.place = place;
        this.onEnd = onEnd;
    }

    /** Shows this instead of what was shown before; returns false where the run is over that it belongs to. */
    synchronized boolean show(MimeBundle bundle) {
        if (ended) {
            return false;
        }
        unsent = bundle;
        limiter.request();
        return true;
    }

    /** Sends at once what still waits. */
    synchronized void send() {
        var bundle = unsent;
        unsent = null;
        if (bundle != null) {
            place.accept(bundle);
        }
    }

    @Override
    public void end(CellEnd how) {
        synchronized (this) {
            ended = true;
        }
        onEnd.run();
        limiter.finish();
    }
}
