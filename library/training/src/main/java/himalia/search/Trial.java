package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Visible;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The settings that an objective is to try, and its way to say how it is getting on.
 *
 * <pre>{@code
 * study.run(50, trial -> {
 *     double loss = 1;
 *     for (int epoch = 1; epoch <= 20; epoch++) {
 *         loss *= 1 - trial.real("rate");
 *         trial.report(epoch, loss);      // a pruner may end it here
 *     }
 *     return loss;
 * });
 * }</pre>
 */
public final class Trial {
    private final int number;
    private final SearchSpace space;
    private final Map<String, Object> settings;
    private final BiConsumer<Integer, Double> reports;
    private int last = -1;

    Trial(
            int number,
            SearchSpace space,
            Map<String, Object> settings,
            BiConsumer<Integer, Double> reports) {
        this.number = number;
        this.space = space;
        this.settings = settings;
        this.reports = reports;
    }

    /** Returns its number, from 0. */
    public int number() {
        return number;
    }

    /** Returns the value of each setting that is active, by name. */
    public Map<String, Object> settings() {
        return settings;
    }

    /** Returns whether a setting is active: one that is there {@code when} another has some value may not be. */
    public boolean has(String name) {
        space.distribution(given(name, "name"));
        return settings.containsKey(name);
    }

    /** Returns a number, whole or not. */
    public double real(String name) {
        return value(name, Number.class, "number").doubleValue();
    }

    /** Returns a whole number. */
    public int whole(String name) {
        return value(name, Integer.class, "whole number");
    }

    /** Returns a text. */
    public String text(String name) {
        return value(name, String.class, "text");
    }

    /** Returns a truth. */
    public boolean flag(String name) {
        return value(name, Boolean.class, "truth");
    }

    private <T> T value(String name, Class<T> type, String kind) {
        if (!has(name)) {
            throw new IllegalArgumentException(
                    "'%s' is not active in this trial of %s; ask has(\"%s\") first"
                            .formatted(name, settings, name));
        }
        var value = settings.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "'%s' is no %s but %s"
                            .formatted(
                                    name, kind, Visible.line(space.distribution(name).toString())));
        }
        return type.cast(value);
    }

    /**
     * Says how good the trial is after some step, such as an epoch or a fold.
     *
     * @param step from 0, and higher each time
     * @param value as the objective's; NaN where it is undefined
     * @throws TrialPruned if the study's pruner ends it; leave it alone
     */
    public void report(int step, double value) {
        if (step < 0) {
            throw new IllegalArgumentException("a step is at least 0, got " + step);
        }
        if (step <= last) {
            throw new IllegalArgumentException(
                    "each step is higher than the one before, got %d after %d"
                            .formatted(step, last));
        }
        last = step;
        reports.accept(step, value);
    }

    @Override
    public String toString() {
        return "trial " + number + " of " + settings;
    }
}
