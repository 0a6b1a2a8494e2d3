package himalia.experiments;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.evaluation.Evaluation;
import himalia.model.Model;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * The runs of a project, in one SQLite file that notebooks and processes share.
 *
 * <pre>{@code
 * var log = RunLog.at(RunLog.DEFAULT, Clock.systemUTC());
 * log.record("xgb", model, Report.of(model, test));
 * log.runs()             // a table, the newest run first
 * log.chart("recall")    // one bar a run
 * }</pre>
 */
public final class RunLog {
    /** Where the log lies unless another file is named: beside the notebook. */
    public static final Path DEFAULT = Path.of(".himalia", "runs.db");

    private final RunFile file;
    private final Clock clock;

    private RunLog(RunFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Opens a log; the file is made when the first run is recorded.
     *
     * @param clock says when a run was recorded
     */
    public static RunLog at(Path path, Clock clock) {
        given(path, "path");
        given(clock, "clock");
        return new RunLog(new RunFile(path), clock);
    }

    /** Begins a run that is to be recorded. */
    public RunDraft run(String name) {
        return new RunDraft(this, name);
    }

    /** Records a model's settings, and how good it is. */
    public Run record(String name, Model model, Evaluation report) {
        return run(name).model(model).report(report).record();
    }

    /** Returns every run, the newest first. */
    public List<Run> list() {
        return file.exists() ? file.inTransaction(RunRows::read) : List.of();
    }

    /** Returns every run as a row, the newest first: its metrics, then its params and tags. */
    public Table runs() {
        return RunTable.of(list());
    }

    /** Returns one run. */
    public Run run(long id) {
        return list().stream()
                .filter(run -> run.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no run #%d in the log".formatted(id)));
    }

    /** Returns a metric's values step by step. */
    public Table history(long id, String metric) {
        run(id);
        return file.inTransaction(connection -> RunRows.history(connection, id, metric));
    }

    /** Returns the metric to compare by where none is named: pr_auc, accuracy, rmse, or the first of the newest run. */
    public Optional<String> mainMetric() {
        var known = new LinkedHashSet<String>();
        list().forEach(run -> known.addAll(run.metrics().keySet()));
        return Stream.concat(
                        Stream.of("pr_auc", "accuracy", "rmse").filter(known::contains),
                        known.stream())
                .findFirst();
    }

    /** Compares the runs by one metric, the oldest first. */
    public Chart chart(String metric) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Double>();
        var known = new LinkedHashSet<String>();
        for (var run : list()) {
            known.addAll(run.metrics().keySet());
            if (run.metrics().containsKey(metric)) {
                names.add(0, run.title());
                values.add(0, run.metrics().get(metric));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    known.isEmpty()
                            ? "the log has no runs with metrics yet"
                            : "no run has the metric '%s'; there are: %s"
                                    .formatted(metric, String.join(", ", known)));
        }
        return Charts.flatBar(
                metric + " by run",
                metric,
                names,
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Run write(RunDraft draft) {
        var now = Instant.ofEpochMilli(clock.millis());
        return file.inTransaction(connection -> RunRows.insert(connection, draft, now));
    }
}
