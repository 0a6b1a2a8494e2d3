package himalia.streaming;

import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.RateLimiter;
import himalia.display.bundle.Visible;
import himalia.table.Tables;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stream as it runs: how far it is, its latest rows, and of windows a chart. It changes in place, behind the cells. */
final class StreamView implements Displayable {
    private final int most;
    private final Deque<Object> rows = new ArrayDeque<>();
    private final @Nullable OpenWindows<?, ?> open;
    private final StreamChart chart = new StreamChart();
    private final RateLimiter limiter = new RateLimiter(RateLimiter.LIVE, this::update);
    private @Nullable DisplayHandle handle;
    private @Nullable StreamJob job;
    private String title = "";
    private long count;
    private long late;
    private long watermark = Long.MIN_VALUE;

    StreamView(int most, @Nullable OpenWindows<?, ?> open) {
        if (most < 1) {
            throw new IllegalArgumentException("rows must be at least 1, got " + most);
        }
        this.most = most;
        this.open = open;
    }

    /** Shows it below the running cell, where somebody looks; else once, when the job is over. */
    void watch(StreamJob running) {
        synchronized (this) {
            job = running;
            title = running.name();
        }
        if (Display.isWatched()) {
            handle = Display.display(this);
        }
        running.isAwaited();
        running.whenOver(limiter::finish);
    }

    <T> Receiver<T> rows(Consumer<? super T> also) {
        return new Receiver<>() {
            @Override
            public void take(T value, long millis) {
                also.accept(value);
                row(value);
            }

            @Override
            public void watermark(long millis) {
                reached(millis);
            }

            @Override
            public boolean wantsTime() {
                return true;
            }
        };
    }

    Receiver<Object> late() {
        return (value, millis) -> {
            synchronized (this) {
                late++;
            }
            request();
        };
    }

    private void row(@Nullable Object value) {
        synchronized (this) {
            count++;
            rows.addLast(value == null ? "null" : value);
            if (rows.size() > most) {
                rows.removeFirst();
            }
        }
        request();
    }

    private synchronized void reached(long millis) {
        if (millis != Long.MAX_VALUE) {
            watermark = millis;
            if (open != null) {
                chart.add(millis, open.count(), late);
            }
            request();
        }
    }

    private void request() {
        if (handle != null) {
            limiter.request();
        }
    }

    private void update() {
        var shown = handle;
        if (shown == null) {
            Display.display(this);
        } else {
            shown.update(this);
        }
    }

    @Override
    public synchronized MimeBundle bundle() {
        var table = Display.render(table());
        var head = head();
        var text = head + (rows.isEmpty() ? "" : "\n" + table.text());
        var html = new StringBuilder("<div>").append(Escape.html(head)).append("</div>");
        if (!chart.isEmpty()) {
            html.append(chart.html());
        }
        if (!rows.isEmpty()) {
            html.append(table.data().getOrDefault(MimeBundle.HTML, ""));
        }
        return MimeBundle.plain(text).html(html.toString());
    }

    private Object table() {
        var all = List.copyOf(rows);
        boolean isTable =
                all.stream().allMatch(row -> row instanceof Record || row instanceof Map<?, ?>);
        return isTable ? Tables.of(all) : Tables.of(all.stream().map(List::of).toList(), "value");
    }

    private String head() {
        var words = new StringBuilder(Visible.line(title));
        var running = job;
        if (running != null) {
            words.append(" · ").append(running.state().name().toLowerCase(Locale.ROOT));
        }
        words.append(" · ").append(number(count, "row"));
        if (count > rows.size()) {
            words.append(", the last ").append(rows.size()).append(" shown");
        }
        if (watermark > Long.MIN_VALUE) {
            words.append(" · watermark ").append(Instant.ofEpochMilli(watermark));
        }
        if (open != null) {
            words.append(" · ").append(number(open.count(), "open window"));
            words.append(" · ").append(number(late, "late event"));
        }
        var thrown = running == null ? null : running.failure().orElse(null);
        return thrown == null ? words.toString() : words + "\n" + thrown;
    }

    private static String number(long of, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", of, what, of == 1 ? "" : "s");
    }
}
