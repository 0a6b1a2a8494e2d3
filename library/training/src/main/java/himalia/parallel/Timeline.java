package himalia.parallel;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.display.chart.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the workers of a training did, from moment to moment.
 *
 * <pre>{@code
 * Timeline timeline = new DataParallel(network, 2).run(train, "churned").timeline();
 * timeline.bubbleShare()    // 0.18: the share of all time in which workers waited for each other
 * timeline.speedUp()        // 1.55 times as fast as one of them
 * display(timeline.chart());
 * }</pre>
 *
 * <p>Starting the processes is not in it. What was lost with a worker that was killed is not in it either.
 *
 * @param spans the first 20,000 of them
 * @param workers how each spent all its time
 */
public record Timeline(List<WorkerSpan> spans, List<WorkerShare> workers) {
    /** That of a training which was complete before. */
    static final Timeline EMPTY = new Timeline(List.of(), List.of());

    static final int MOST = 20_000;

    private static final double MILLIS = 1000;

    /** More bars than that are thinner than a line. */
    private static final int BARS = 300;

    private static final int MOST_WORKERS = 16;

    public Timeline {
        spans = List.copyOf(given(spans, "spans"));
        workers = List.copyOf(given(workers, "workers"));
    }

    /** Returns whether it tells waiting from computing: of XGBoost's workers nobody knows, and shares and speed-ups mean nothing. */
    public boolean isWaitingKnown() {
        return workers.size() < 2 || workers.stream().anyMatch(each -> each.idle() > 0);
    }

    /** Returns the share of the workers' time in which they waited, from 0 to 1: a pipeline's bubble. */
    public double bubbleShare() {
        double all = workers.stream().mapToDouble(WorkerShare::all).sum();
        return all == 0 ? 0 : workers.stream().mapToDouble(WorkerShare::idle).sum() / all;
    }

    /**
     * Returns how many times as fast they were as one process that computes all of it, one thing after the other: what all computed, by
     * the time of the slowest. Processes that share a core compute longer than one alone, so this may tell too much.
     */
    public double speedUp() {
        double longest = workers.stream().mapToDouble(WorkerShare::all).max().orElse(0);
        return longest == 0
                ? 1
                : workers.stream().mapToDouble(WorkerShare::compute).sum() / longest;
    }

    /** Returns the share of work that more workers do not shorten, as Karp and Flatt tell it from the speed-up; NaN for one worker, above 1 where sharing costs more than it saves. */
    public double serialShare() {
        if (workers.size() < 2) {
            return Double.NaN;
        }
        double count = workers.size();
        return (1 / speedUp() - 1 / count) / (1 - 1 / count);
    }

    /** Returns what Amdahl's law says of so many workers, by {@link #serialShare()}. */
    public double amdahl(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, got " + count);
        }
        double serial = Double.isNaN(serialShare()) ? 0 : Math.max(0, Math.min(1, serialShare()));
        return 1 / (serial + (1 - serial) / count);
    }

    /** Returns the spans as a table: {@code worker}, {@code process}, {@code activity}, {@code start} and {@code end} in milliseconds. */
    public Table table() {
        return Table.create(
                "timeline",
                IntColumn.create("worker", spans.stream().mapToInt(WorkerSpan::worker).toArray()),
                LongColumn.create("process", spans.stream().mapToLong(WorkerSpan::pid).toArray()),
                StringColumn.create(
                        "activity", spans.stream().map(span -> span.activity().word()).toList()),
                DoubleColumn.create("start", spans.stream().mapToDouble(WorkerSpan::start)),
                DoubleColumn.create("end", spans.stream().mapToDouble(WorkerSpan::end)));
    }

    /** Draws the first spans, a row a worker, and says so where there are more. */
    public Chart chart() {
        var title = "What the workers do, in seconds";
        return Charts.timeline(
                spans.size() <= BARS
                        ? title
                        : String.format(
                                Locale.ROOT,
                                "%s: the first %d of %,d spans",
                                title,
                                BARS,
                                spans.size()),
                spans.stream()
                        .sorted(Comparator.comparingDouble(WorkerSpan::start))
                        .limit(BARS)
                        .map(
                                span ->
                                        new Task(
                                                "worker " + span.worker(),
                                                span.activity().word(),
                                                span.start() / MILLIS,
                                                span.end() / MILLIS))
                        .toList());
    }

    /** Draws Amdahl's line for up to 16 workers, and where this training stands. */
    public Chart amdahlChart() {
        var counts = IntStream.rangeClosed(1, MOST_WORKERS).mapToDouble(n -> n).toArray();
        return Charts.line("Speed-up by Amdahl's law, serial share %.2f".formatted(serialShare()))
                .x("workers", counts)
                .y("ideal", counts)
                .y(
                        "Amdahl",
                        IntStream.rangeClosed(1, MOST_WORKERS).mapToDouble(this::amdahl).toArray())
                .annotate(workers.size(), speedUp(), "this training")
                .yLabel("times as fast");
    }
}
