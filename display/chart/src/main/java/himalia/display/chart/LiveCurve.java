package himalia.display.chart;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.RateLimiter;
import himalia.display.bundle.Unfinished;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Curves that grow in the notebook while a loop runs.
 *
 * <pre>{@code
 * try (var curve = LiveCurve.start("Training", "epoch", "loss")) {
 *     for (int epoch = 1; epoch <= 20; epoch++) {
 *         curve.add("train", epoch, train(model));
 *     }
 *     curve.finish("20 epochs");
 * }
 * }</pre>
 *
 * <p>Points may come from any thread and at any rate: the picture is drawn at most ten times a second, and the last
 * point is always shown. What a notebook keeps of it is one picture, below 150 kB however long the run.
 */
public final class LiveCurve implements Chart, AutoCloseable, Unfinished {
    /** More points than a screen shows; beyond it every second one is let go, so a run of days stays small. */
    private static final int MOST_POINTS = 4000;

    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private static final Duration SHORT = Duration.ofMillis(500);

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final RateLimiter limiter = new RateLimiter(RateLimiter.LIVE, this::show);
    private @Nullable DisplayHandle handle;
    private String words = "";
    private volatile boolean finished;
    private volatile @Nullable Long closed;
    private boolean hidden;

    private LiveCurve(String title, String xLabel, String yLabel) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    /** Shows an empty picture, in which points then appear. */
    public static LiveCurve start(String title, String xLabel, String yLabel) {
        var curve = new LiveCurve(title, xLabel, yLabel);
        Display.track(curve);
        curve.show();
        return curve;
    }

    /**
     * Begins curves for a library: they are drawn where a notebook is there to show them, and those of work shorter than
     * half a second once, when they are complete.
     */
    public static LiveCurve whenWatched(String title, String xLabel, String yLabel) {
        var curve = new LiveCurve(title, xLabel, yLabel);
        curve.hidden = !Display.isWatched() || Display.isPart();
        if (!curve.hidden) {
            Display.track(curve);
            curve.limiter.requestAfter(SHORT);
        }
        return curve;
    }

    /** Adds one point to the curve of that name, which begins with its first point. */
    public void add(String seriesName, double x, double y) {
        synchronized (series) {
            if (finished) {
                throw new IllegalStateException(
                        "the live curve '" + title + "' is finished; start another one");
            }
            series.computeIfAbsent(seriesName, name -> new Series()).add(x, y);
        }
        if (!hidden) {
            limiter.request();
        }
    }

    /** Draws the last state, with a line that says how it ended: {@code "12 epochs, loss 0.031, 8.2 s"}. */
    public void finish(String how) {
        synchronized (series) {
            if (finished) {
                return;
            }
            finished = true;
            words = how;
        }
        limiter.finish();
    }

    /** Finishes without words, unless it is finished already. */
    @Override
    public void close() {
        if (!finished) {
            closed = System.nanoTime();
        }
        finish("");
    }

    @Override
    public void end(CellEnd how) {
        var unsaid = how == CellEnd.FINISHED ? "" : how.word();
        // A try block closes its curve before anybody knows that an interrupt went through it.
        if (!unsaid.isEmpty() && wasClosedJustNow()) {
            words = unsaid;
            show();
        }
        finish(unsaid);
    }

    private boolean wasClosedJustNow() {
        return closed != null && System.nanoTime() - closed < JUST_NOW.toNanos();
    }

    @Override
    public Figure figure() {
        synchronized (series) {
            var marks = new ArrayList<Mark>();
            series.forEach((name, points) -> marks.add(points.line(name)));
            return Figure.of("live curve", title, Axis.numbers(xLabel), Axis.numbers(yLabel), marks)
                    .noted(words);
        }
    }

    private void show() {
        if (hidden) {
            return;
        }
        if (handle == null) {
            handle = Display.display(this);
        } else {
            handle.update(this);
        }
    }

    /** The points of one curve so far. */
    private static final class Series {
        private final List<double[]> points = new ArrayList<>();
        private int every = 1;
        private int seen;
        private double @Nullable [] newest;

        void add(double x, double y) {
            newest = new double[] {x, y};
            if (seen++ % every == 0) {
                points.add(newest);
                newest = null;
            }
            if (points.size() >= MOST_POINTS) {
                thin();
            }
        }

        private void thin() {
            for (int i = 0; i < points.size() / 2; i++) {
                points.set(i, points.get(2 * i));
            }
            points.subList(points.size() / 2, points.size()).clear();
            every *= 2;
        }

        Mark line(String name) {
            var all = new ArrayList<>(points);
            if (newest != null) {
                all.add(newest);
            }
            var x = Numbers.of(all.stream().mapToDouble(p -> p[0]).toArray());
            var y = Numbers.of(all.stream().mapToDouble(p -> p[1]).toArray());
            return new Mark.Line(name, x, y, Mark.Style.SOLID);
        }
    }
}
