package himalia.experiments;

import static himalia.display.bundle.Given.given;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run of an experiment, as it was recorded.
 *
 * <pre>{@code
 * Run run = log.record("xgb", model, report);
 * run.title()                   // xgb #3
 * run.metrics().get("recall")   // 0.87
 * }</pre>
 *
 * @param id its number in the log
 * @param name what it was called; several runs may share a name
 * @param started when it was recorded
 * @param params its settings
 * @param metrics its results; of one with several steps, the last
 * @param tags what else was said of it
 */
public record Run(
        long id,
        String name,
        Instant started,
        Map<String, String> params,
        Map<String, Double> metrics,
        Map<String, String> tags) {
    public Run {
        given(name, "name");
        given(started, "started");
        given(params, "params");
        given(metrics, "metrics");
        given(tags, "tags");
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** Returns its name with its number: {@code xgb #3}. */
    public String title() {
        return name + " #" + id;
    }
}
