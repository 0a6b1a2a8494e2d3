package himalia.evaluation.slices;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Interval;
import java.util.List;
import java.util.Locale;

/**
 * The rows of a table of which something holds, and how good a model is on them.
 *
 * <pre>{@code
 * Slice worst = Slices.of(model, test, "accuracy", "city").slices().get(0);
 * worst.name()                          // city = Oslo
 * Tables.rows(test, worst.rows())       // its rows, to look at
 * }</pre>
 *
 * @param conditions what holds of its rows, such as {@code city = Oslo} and {@code age > 60}
 * @param rows their numbers, counted from 0
 * @param score the metric of these rows, with its interval; NaN where it is undefined
 * @param p how probable it is that as many rows, drawn by chance from all, score as badly
 * @param corrected the same for all slices that were looked at together, by Holm
 */
public record Slice(
        List<String> conditions, int[] rows, Interval score, double p, double corrected) {
    public Slice {
        conditions = List.copyOf(given(conditions, "conditions"));
        rows = given(rows, "rows").clone();
        given(score, "score");
    }

    @Override
    public int[] rows() {
        return rows.clone();
    }

    /** Returns how many rows it has. */
    public int size() {
        return rows.length;
    }

    /** Returns what holds of its rows, in words. */
    public String name() {
        return String.join(" and ", conditions);
    }

    Slice corrected(double probability) {
        return new Slice(conditions, rows, score, p, probability);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d rows: %s, p %.4f, corrected %.4f",
                name(),
                size(),
                score,
                p,
                corrected);
    }
}
