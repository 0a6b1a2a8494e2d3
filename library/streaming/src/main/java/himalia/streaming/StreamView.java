package himalia.streaming;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.RateLimiter;
import himalia.display.bundle.Unfinished;
import himalia.display.bundle.Visible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stream as it runs: how far it is, its latest rows, and of windows a chart. It changes in place, behind the cells. */
final class StreamView implements Displayable, Unfinished {
    /** How long the end of an interrupted cell waits for its picture; the kernel waits a second for all of them. */
    private static final Duration SOON = Duration.ofMillis(700);

    private final StreamLook look;
    private final Deque<Object> rows = new ArrayDeque<>();
    private final @Nullable OpenWindows<?, ?> open;
    private final StreamChart windows = StreamChart.ofWindows();
    private final Optional<StreamChart> line;
    private final RateLimiter limiter = new RateLimiter(RateLimiter.LIVE, this::update);
    private @Nullable DisplayHandle handle;
    private @Nullable StreamJob job;
    private String title = "";
    private long count;
    private long late;
    private long unlined;
    private long watermark = Long.MIN_VALUE;

    StreamView(StreamLook look, @Nullable OpenWindows<?, ?> open) {
        this.look = look;
        this.line = look.chart();
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
            Display.track(this);
        }
        running.isAwaited();
        running.whenOver(limiter::finish);
    }

    /** Front ends listen to a cell as long as it runs: one that is interrupted ends with the picture of what it ended. */
    @Override
    public void end(CellEnd how) {
        var running = job;
        if (how != CellEnd.INTERRUPTED || running == null) {
            return;
        }
        if (!isOver(running.cancel())) {
            update();
        }
    }

    /** Waits a little. What interrupts a cell may do so more than once, and the one that ends needs its picture all the same. */
    private static boolean isOver(StreamJob running) {
        long until = System.nanoTime() + SOON.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.await(Duration.ofNanos(until - System.nanoTime()));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
            if (rows.size() > look.rows()) {
                rows.removeFirst();
            }
            line.ifPresent(chart -> add(chart, rows.getLast()));
        }
        request();
    }

    private void add(StreamChart chart, Object row) {
        var at = look.x().isEmpty() ? (Object) count : StreamLook.value(row, look.x());
        var value = StreamLook.value(row, look.y());
        if (at != null && value instanceof Number) {
            chart.add(at, value);
        } else {
            unlined++;
        }
    }

    private synchronized void reached(long millis) {
        if (millis != Long.MAX_VALUE) {
            watermark = millis;
            if (open != null) {
                windows.add(Instant.ofEpochMilli(millis), (long) open.count(), late);
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
        for (var chart : List.of(line, Optional.of(windows))) {
            chart.filter(each -> !each.isEmpty()).ifPresent(each -> html.append(each.html()));
        }
        if (!rows.isEmpty()) {
            html.append(table.data().getOrDefault(MimeBundle.HTML, ""));
        }
        return MimeBundle.plain(text).html(html.toString());
    }

    private Object table() {
        return StreamTable.of(List.copyOf(rows));
    }

    private String head() {
        var words = new StringBuilder(Visible.line(title));
        var running = job;
        if (running != null) {
            words.append(" · ").append(running.word());
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
        if (unlined > 0) {
            words.append(" · ").append(number(unlined, "row"));
            words.append(" without a number '%s' for the line".formatted(Visible.line(look.y())));
        }
        var thrown = running == null ? null : running.failure().orElse(null);
        return thrown == null ? words.toString() : words + "\n" + thrown;
    }

    private static String number(long of, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", of, what, of == 1 ? "" : "s");
    }
}
