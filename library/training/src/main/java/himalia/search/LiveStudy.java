package himalia.search;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.RateLimiter;
import himalia.display.bundle.Unfinished;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The history of a study that is running, where a notebook shows it; at the end one line of it is left. */
final class LiveStudy implements Displayable, Unfinished, AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String STOPPED = " · stopped";

    private final Study study;
    private final int end;
    private final RateLimiter limiter = new RateLimiter(RateLimiter.LIVE, this::show);
    private volatile @Nullable DisplayHandle handle;
    private volatile @Nullable String ending;

    private LiveStudy(Study study, int end) {
        this.study = study;
        this.end = end;
    }

    static LiveStudy start(Study study, int end) {
        var live = new LiveStudy(study, end);
        if (Display.isWatched() && !Display.isPart()) {
            Display.track(live);
            live.limiter.requestAfter(SHORT);
        }
        return live;
    }

    void request() {
        if (handle != null) {
            limiter.request();
        }
    }

    void finish() {
        end("");
    }

    @Override
    public void close() {
        end(STOPPED);
    }

    @Override
    public void end(CellEnd how) {
        // A try block closes it before anybody knows that an interrupt went through it.
        if (how != CellEnd.FINISHED && STOPPED.equals(ending)) {
            ending = " · " + how.word();
            show();
        }
        end(how == CellEnd.FINISHED ? "" : " · " + how.word());
    }

    private void end(String words) {
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = words;
        }
        limiter.finish();
    }

    private synchronized void show() {
        var there = handle;
        if (there != null) {
            there.update(this);
        } else if (ending == null) {
            handle = Display.display(this);
        }
    }

    @Override
    public MimeBundle bundle() {
        var trials = study.trials();
        var said = ending;
        var line =
                "%d of %d trials · %s%s"
                        .formatted(
                                trials.size(),
                                end,
                                StudyWords.best(study),
                                said == null ? "" : said);
        if (said != null || trials.isEmpty()) {
            return MimeBundle.plain(line);
        }
        return Display.render(new StudyCharts(study).history().note(line))
                .with(MimeBundle.PLAIN, line);
    }

    @Override
    public String toString() {
        return bundle().text();
    }
}
