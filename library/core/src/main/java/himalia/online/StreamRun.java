package himalia.online;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.display.chart.SeriesChart;
import himalia.model.Model;
import himalia.online.StreamEvent.Kind;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What became of a model on a stream, on one axis: what was promised offline, what it came to, alarms and promotions.
 *
 * <pre>{@code
 * Trainer trainer = new LogisticRegression(1.0);
 * StreamRun run = Prequential.of(trainer).evaluate(train, test, "churned");
 * run.scores()         // row, champion, fading, first model
 * run.eventTable()
 * run.model()          // the last champion
 * }</pre>
 *
 * @param metric {@code accuracy}, of which more is better, or {@code mean absolute error}, in the label's unit, of which less is
 * @param offline that of the history's last fifth; NaN where no model could be trained for it, as an event of row 0 tells
 * @param overall that of all rows of the stream, each predicted before it was learnt from
 * @param scores a row a batch: its last row, the champions' score in the window, the one that fades, and that of the first model in
 *     the window, as if nothing had been done
 * @param events in their order
 * @param model the last champion
 */
public record StreamRun(
        String metric,
        double offline,
        double overall,
        Table scores,
        List<StreamEvent> events,
        Model model)
        implements Displayable {
    static final String ACCURACY = "accuracy";
    static final String ERROR = "mean absolute error";

    /** The shares of the axis that names beside lines take. */
    private static final double ALARM_NAME = 0.07;

    private static final double PROMOTION_NAME = 0.11;

    public StreamRun {
        given(metric, "metric");
        given(scores, "scores");
        events = List.copyOf(given(events, "events"));
        given(model, "model");
        for (var name : List.of("row", "champion", "fading", "first model")) {
            Tables.column(scores, name, "scores");
        }
    }

    /** Returns the events of one kind. */
    public List<StreamEvent> events(Kind kind) {
        given(kind, "kind");
        return events.stream().filter(event -> event.kind() == kind).toList();
    }

    /** Returns the events, a row each. */
    public Table eventTable() {
        return Table.create(
                "events",
                IntColumn.create("row", events.stream().mapToInt(StreamEvent::row).toArray()),
                StringColumn.create(
                        "event",
                        events.stream()
                                .map(event -> event.kind().name().toLowerCase(Locale.ROOT))
                                .toList()),
                StringColumn.create("words", events.stream().map(StreamEvent::words).toList()));
    }

    /** Draws scores and events over the rows of the stream. */
    public Chart chart() {
        var rows = scores.intColumn("row").asDoubleArray();
        var chart =
                Charts.line(metric + " on the stream")
                        .x("row of the stream", rows)
                        .y("first model", scores.doubleColumn("first model").asDoubleArray())
                        .y("champion", scores.doubleColumn("champion").asDoubleArray());
        if (Double.isFinite(offline)) {
            chart = chart.threshold(offline, "offline score");
        }
        chart = marked(chart, Kind.ALARM, "alarm");
        return marked(chart, Kind.PROMOTION, "promotion").yLabel(metric);
    }

    /** Draws a line at each event, with its name where there is room, and points where the champion's line has it. */
    private SeriesChart marked(SeriesChart chart, Kind kind, String name) {
        var marks = events(kind);
        if (marks.isEmpty()) {
            return chart;
        }
        var named = named();
        var lines = chart;
        for (var event : marks) {
            lines = lines.vertical(event.row(), named.contains(event) ? name : "");
        }
        return new SeriesChart(lines.figure(), lines.x(), true)
                .x("row of the stream", marks.stream().mapToDouble(StreamEvent::row).toArray())
                .y(name, marks.stream().mapToDouble(event -> scoreAt(event.row())).toArray());
    }

    /** Returns the events that have a name beside their line: promotions first, which are fewer, and no name on another. */
    private List<StreamEvent> named() {
        var named = new ArrayList<StreamEvent>();
        for (var kind : List.of(Kind.PROMOTION, Kind.ALARM)) {
            for (var event : events(kind)) {
                if (named.stream().allMatch(other -> isFree(event, other))) {
                    named.add(event);
                }
            }
        }
        return named;
    }

    /** A name begins at its line. */
    private boolean isFree(StreamEvent event, StreamEvent other) {
        var first = event.row() < other.row() ? event : other;
        double share = first.kind() == Kind.PROMOTION ? PROMOTION_NAME : ALARM_NAME;
        return Math.abs(event.row() - other.row()) >= share * scores.intColumn("row").max();
    }

    /** Returns where the champion's line is at a row, between two batches. */
    private double scoreAt(int row) {
        var rows = scores.intColumn("row");
        var line = scores.doubleColumn("champion");
        int batch = 0;
        while (batch < rows.size() - 1 && rows.getInt(batch) < row) {
            batch++;
        }
        if (batch == 0 || rows.getInt(batch) <= row) {
            return line.getDouble(batch);
        }
        double share =
                (row - rows.getInt(batch - 1))
                        / (double) (rows.getInt(batch) - rows.getInt(batch - 1));
        return line.getDouble(batch - 1)
                + share * (line.getDouble(batch) - line.getDouble(batch - 1));
    }

    /** Says in a line how it went. */
    public String headline() {
        return String.format(
                Locale.ROOT,
                "%s on the stream: %s %.4f, offline %.4f; %s, %s, %s",
                model.trainer().name(),
                metric,
                overall,
                offline,
                Amount.of(events(Kind.ALARM).size(), "alarm"),
                Amount.of(events(Kind.RETRAINING).size(), "retraining"),
                Amount.of(events(Kind.PROMOTION).size(), "promotion"));
    }

    @Override
    public MimeBundle bundle() {
        return Display.renderers()
                .render(chart())
                .with(
                        MimeBundle.PLAIN,
                        toString().lines().map(Visible::line).collect(Collectors.joining("\n")));
    }

    @Override
    public String toString() {
        return headline()
                + events.stream().map(event -> "\n" + event).collect(Collectors.joining());
    }
}
