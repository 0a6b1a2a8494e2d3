package himalia.display.chart;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line or scatter chart, built up series by series; each step returns a new chart.
 *
 * <pre>{@code
 * Charts.line("Loss").x("epoch", 1, 2, 3).y("train", 0.9, 0.5, 0.3).y("validation", 1.0, 0.7, 0.6)
 * }</pre>
 *
 * @param figure the picture so far
 * @param x the x values of the series that follow; empty to count from 0
 * @param points true for points, false for lines
 */
public record SeriesChart(Figure figure, Numbers x, boolean points) implements Chart {
    /** Gives the x values of the series that follow, and says what they are. */
    public SeriesChart x(String label, double... values) {
        return x(label, Numbers.of(values));
    }

    /** Gives the x values, such as a list or a table's column. */
    public SeriesChart x(String label, Iterable<? extends @Nullable Number> values) {
        return x(label, Numbers.of(values));
    }

    /** Gives the x values as whole numbers. */
    public SeriesChart x(String label, int[] values) {
        return x(label, Numbers.of(values));
    }

    private SeriesChart x(String label, Numbers values) {
        var axis = figure.x().labelled(label);
        return new SeriesChart(
                figure.axes(axis, figure.y()), values.size() == 0 ? x : values, points);
    }

    /** Adds a series: one y for each x. */
    public SeriesChart y(String name, double... values) {
        return y(name, Numbers.of(values));
    }

    /** Adds a series, such as a list or a table's column. */
    public SeriesChart y(String name, Iterable<? extends @Nullable Number> values) {
        return y(name, Numbers.of(values));
    }

    /** Adds a series of whole numbers. */
    public SeriesChart y(String name, int[] values) {
        return y(name, Numbers.of(values));
    }

    private SeriesChart y(String name, Numbers values) {
        var at = x.size() == 0 ? Numbers.positions(values.size()) : x;
        return points
                ? with(new Mark.Points(name, at, values)).namedAtItsAxis()
                : with(new Mark.Line(name, at, values, Mark.Style.SOLID));
    }

    /** Points have no end to write a name at: that of a single series is what the y axis measures. */
    private SeriesChart namedAtItsAxis() {
        var names = figure.series();
        var label = figure.y().label();
        if (names.size() == 1 && label.isEmpty()) {
            return yLabel(names.get(0));
        }
        return names.size() == 2 && label.equals(names.get(0)) ? yLabel("") : this;
    }

    /** Adds the area between two curves to the series of that name, which is there: its spread or its error. */
    public SeriesChart band(String name, double[] low, double[] high) {
        var names = figure.series();
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    "a band lies around a series, and there is no '%s'; %s"
                            .formatted(
                                    name,
                                    names.isEmpty()
                                            ? "add its y before"
                                            : "there are: " + String.join(", ", names)));
        }
        var at = x.size() == 0 ? Numbers.positions(low.length) : x;
        return with(new Mark.Band(name, at, Numbers.of(low), Numbers.of(high)));
    }

    /**
     * Draws the series that follow as points, over lines or points that are there.
     *
     * <pre>{@code
     * Charts.line("Fit").x("x", 1, 2, 3).y("line", 1, 2, 3).asPoints().y("measured", 1.2, 1.9, 3.1)
     * }</pre>
     */
    public SeriesChart asPoints() {
        return new SeriesChart(figure, x, true);
    }

    /** Says what the y axis measures. */
    public SeriesChart yLabel(String label) {
        return axes(figure.x(), figure.y().labelled(label));
    }

    /** Makes equal steps of the y axis equal factors. */
    public SeriesChart logY() {
        return axes(figure.x(), figure.y().scaled(Axis.Scale.LOG));
    }

    /** Makes equal steps of the x axis equal factors. */
    public SeriesChart logX() {
        return axes(figure.x().scaled(Axis.Scale.LOG), figure.y());
    }

    /** Fixes where the y axis begins and ends. */
    public SeriesChart yBetween(double low, double high) {
        return axes(figure.x(), figure.y().asked(low, high));
    }

    /** Draws a muted line at a y that readings are compared with. */
    public SeriesChart threshold(double y, String words) {
        return with(Places.level(y, words));
    }

    /** Draws a muted upright line at an x. */
    public SeriesChart vertical(double x, String words) {
        return with(Places.upright(x, words));
    }

    /** Writes words beside a place. */
    public SeriesChart annotate(double x, double y, String words) {
        return with(Places.words(x, y, words));
    }

    private SeriesChart axes(Axis newX, Axis newY) {
        return new SeriesChart(Places.checked(figure.axes(newX, newY)), x, points);
    }

    private SeriesChart with(Mark mark) {
        var marks = new ArrayList<>(figure.marks());
        marks.add(mark);
        return new SeriesChart(Places.checked(figure.marked(List.copyOf(marks))), x, points);
    }

    @Override
    public String toString() {
        return text();
    }
}
