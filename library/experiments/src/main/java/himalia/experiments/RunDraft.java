package himalia.experiments;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Evaluation;
import himalia.model.Model;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is about to be recorded as one run.
 *
 * <pre>{@code
 * log.run("xgb").model(model).report(report).param("data", "churn v2").record();
 * }</pre>
 */
public final class RunDraft {
    /** One value of a metric. */
    record Point(String metric, long step, double value) {}

    private final RunLog log;
    private final String name;
    private final Map<String, String> params = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<Point> points = new ArrayList<>();

    RunDraft(RunLog log, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a run needs a name, got '" + name + "'");
        }
        this.log = log;
        this.name = name;
    }

    /** Adds a setting; said twice, the last one counts. */
    public RunDraft param(String param, Object value) {
        params.put(named("param", param), String.valueOf(value));
        return this;
    }

    /** Adds the result of a metric. */
    public RunDraft metric(String metric, double value) {
        return metric(metric, 0, value);
    }

    /** Adds the value of a metric at one step, such as an epoch. */
    public RunDraft metric(String metric, long step, double value) {
        points.add(new Point(named("metric", metric), step, value));
        return this;
    }

    public RunDraft tag(String tag, String value) {
        tags.put(
                named("tag", tag),
                given(value, "tag '" + tag + "'", "leave it out, or say it in a word: \"none\""));
        return this;
    }

    /** Adds an algorithm's name and its settings. */
    public RunDraft trainer(Trainer trainer) {
        param("trainer", trainer.name());
        trainer.settings().forEach(this::param);
        return this;
    }

    /** Adds how a model was trained, what it predicts, and what became of its training where the settings do not tell it. */
    public RunDraft model(Model model) {
        trainer(model.trainer());
        if (!model.outcome().isEmpty()) {
            tag("outcome", model.outcome());
        }
        model.schema().target().column().ifPresent(label -> param("label", label));
        return this;
    }

    /** Adds every metric of a report that has a value. */
    public RunDraft report(Evaluation report) {
        report.metrics()
                .forEach(
                        (metric, value) -> {
                            if (!Double.isNaN(value)) {
                                metric(metric, value);
                            }
                        });
        return this;
    }

    /** Writes the run into the log. */
    public Run record() {
        return log.write(this);
    }

    String name() {
        return name;
    }

    Map<String, String> params() {
        return params;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<Point> points() {
        return points;
    }

    private static String named(String kind, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a " + kind + " needs a name, got '" + name + "'");
        }
        return name;
    }
}
