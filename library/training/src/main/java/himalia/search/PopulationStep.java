package himalia.search;

import static himalia.display.bundle.Given.given;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a member of a population did in one generation.
 *
 * <pre>{@code
 * PopulationStep best = population.best();
 * best.settings().get("rate")     // 0.003, by then
 * best.isCopy()                   // whether it went on from another member
 * }</pre>
 *
 * @param generation from 0
 * @param member from 0
 * @param from the member whose weights it went on from: itself, or the one that it copied
 * @param settings those that it learnt by
 * @param score the metric on the validation rows afterwards; NaN where it failed
 * @param why it failed; empty otherwise
 */
public record PopulationStep(
        int generation,
        int member,
        int from,
        Map<String, Object> settings,
        double score,
        String why) {
    public PopulationStep {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(given(settings, "settings")));
        given(why, "why");
    }

    /** Returns whether it went on from another member. */
    public boolean isCopy() {
        return from != member;
    }
}
