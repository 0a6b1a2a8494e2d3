package himalia.search;

import static himalia.display.bundle.Given.given;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trial as it is kept.
 *
 * <pre>{@code
 * TrialRecord best = study.best();
 * best.value()                  // 0.93
 * best.settings().get("depth")  // 4
 * }</pre>
 *
 * @param number from 0
 * @param state what has become of it
 * @param settings the value of each parameter that was active, in the space's order
 * @param value what the objective gave; of a pruned one the last that it reported; NaN where there is none
 * @param reports what it reported on its way, by step
 * @param why it was pruned or has failed; empty otherwise
 * @param begun when it began
 * @param ended when it ended; while it runs, when it began
 */
public record TrialRecord(
        int number,
        TrialState state,
        Map<String, Object> settings,
        double value,
        SortedMap<Integer, Double> reports,
        String why,
        Instant begun,
        Instant ended) {
    /** Why one has failed that was interrupted. */
    static final String INTERRUPTED = "interrupted";

    /** Why one has failed that was running when its process ended. */
    static final String LEFT = "its process ended before it did";

    /** Why one has failed with which the search was over, whoever ended that. */
    static final String ENDED = "the search ended before it did";

    public TrialRecord {
        given(state, "state");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(given(settings, "settings")));
        reports = Collections.unmodifiableSortedMap(new TreeMap<>(given(reports, "reports")));
        given(why, "why");
        given(begun, "begun");
        given(ended, "ended");
    }

    /** Begins a trial. */
    static TrialRecord begin(int number, Map<String, Object> settings, Instant now) {
        return new TrialRecord(
                number, TrialState.RUNNING, settings, Double.NaN, new TreeMap<>(), "", now, now);
    }

    TrialRecord reported(int step, double reported) {
        var more = new TreeMap<>(reports);
        more.put(step, reported);
        return with(more);
    }

    TrialRecord with(SortedMap<Integer, Double> others) {
        return new TrialRecord(number, state, settings, value, others, why, begun, ended);
    }

    TrialRecord running(Instant now) {
        return new TrialRecord(number, TrialState.RUNNING, settings, value, reports, why, now, now);
    }

    TrialRecord end(TrialState how, double result, String reason, Instant now) {
        return new TrialRecord(number, how, settings, result, reports, reason, begun, now);
    }

    /** Returns whether it has not ended yet. */
    boolean isOpen() {
        return state == TrialState.RUNNING || state == TrialState.WAITING;
    }

    /** Returns whether it never came to its end, through no fault of its settings: they are proposed again. */
    boolean isCutShort() {
        return state == TrialState.FAIL
                && (why.equals(INTERRUPTED) || why.equals(LEFT) || why.equals(ENDED));
    }

    /**
     * Returns the value of a setting.
     *
     * @throws IllegalArgumentException if it was not active
     */
    public Object setting(String name) {
        var value = settings.get(given(name, "name"));
        if (value == null) {
            throw new IllegalArgumentException(
                    "trial %d has no '%s'; it has: %s"
                            .formatted(number, name, String.join(", ", settings.keySet())));
        }
        return value;
    }

    /** Returns how long it took. */
    public Duration took() {
        return Duration.between(begun, ended);
    }
}
