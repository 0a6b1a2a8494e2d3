package himalia.display.chart;

import static himalia.display.bundle.Given.given;

import org.jspecify.annotations.Nullable;

/**
 * A chart from a table in which lengths are read along axes.
 *
 * <pre>{@code
 * Charts.scatter(iris).x("petal length").y("petal width").by("kind").logY().threshold(1, "usual")
 * }</pre>
 *
 * @param <C> what each step returns
 */
public interface AxesChart<C extends AxesChart<C>> extends TableChart<C> {
    /** Gives each value of a column a colour of its own. */
    default C by(String column) {
        return with(plan().by(column));
    }

    /** Makes equal steps of the y axis equal factors. */
    default C logY() {
        return with(plan().dressed(plan().dress.logY()));
    }

    /** Fixes where the y axis begins and ends; NaN leaves an end to the data. */
    default C yBetween(double low, double high) {
        return with(plan().dressed(plan().dress.between(low, high)));
    }

    /** Draws a muted line at a y that readings are compared with. */
    default C threshold(double y, String words) {
        return noted(null, Places.finite(y), words);
    }

    /** Draws a muted upright line at a number, a time or a name of the x axis. */
    default C vertical(Object x, String words) {
        return noted(
                given(x, "x", "give a number, a time or a name of the axis"), Double.NaN, words);
    }

    /** Writes words beside a place; {@code x} is a number, a time or a name of the x axis. */
    default C annotate(Object x, double y, String words) {
        return noted(
                given(x, "x", "give a number, a time or a name of the axis"),
                Places.finite(y),
                words);
    }

    private C noted(@Nullable Object x, double y, String words) {
        return with(plan().dressed(plan().dress.noted(new Dress.Note(x, y, words))));
    }
}
