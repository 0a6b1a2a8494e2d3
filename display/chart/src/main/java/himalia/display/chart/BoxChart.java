package himalia.display.chart;

import himalia.display.chart.data.Group;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The quartiles of a column for each name, and the values far from them.
 *
 * <pre>{@code
 * Charts.box(people).x("city").y("age").by("churned")
 * }</pre>
 *
 * @param plan which columns are shown, and how
 */
public record BoxChart(Plan plan) implements AxesChart<BoxChart> {
    private static final int MOST = 100;
    private static final double WIDTH = 0.72;

    /** Names the column whose values each have boxes of their own. */
    public BoxChart x(String column) {
        return with(plan.x(column));
    }

    /** Names the times whose days, months or years each have boxes of their own. */
    public BoxChart x(String column, ChronoUnit unit) {
        return with(plan.x(column, unit));
    }

    /** Names the column whose values are spread. */
    public BoxChart y(String column) {
        plan.amounts(column, "the y of a box plot");
        return with(plan.y(column));
    }

    @Override
    public BoxChart with(Plan newPlan) {
        return new BoxChart(newPlan);
    }

    @Override
    public Figure figure() {
        if (plan.ys.size() != 1) {
            throw new IllegalArgumentException(
                    "a box plot needs one y, such as .y(\"age\"), got " + plan.ys);
        }
        var y = plan.table.column(plan.ys.get(0));
        var places =
                plan.x == null
                        ? List.of(new Group("", plan.rows))
                        : Group.of(plan.named(plan.x, MOST, "boxes can be read"), plan.rows);
        var groups = plan.groups();
        var marks = new ArrayList<Mark>();
        var told = new ArrayList<String>();
        // Colours that say what the names say stand one to a name.
        boolean alone = groups.size() == 1 || String.valueOf(plan.x).equals(plan.by);
        // All boxes of one colour before the next: colours are in the order of their names.
        for (int g = 0; g < groups.size(); g++) {
            var name = groups.get(g).name();
            var width = alone ? 0 : WIDTH / groups.size();
            var half = alone ? 0.28 : width * 0.43;
            boolean any = false;
            for (int p = 0; p < places.size(); p++) {
                var rows =
                        name.isEmpty()
                                ? places.get(p).rows()
                                : common(places.get(p).rows(), groups.get(g).rows());
                var values = Numbers.of(y.at(rows));
                var at = p + (g - (groups.size() - 1) / 2.0) * width;
                var box = Spread.of(values);
                box.ifPresent(
                        spread ->
                                Distributions.addBox(
                                        marks,
                                        name.isEmpty() ? y.name() : name,
                                        at,
                                        half,
                                        spread,
                                        values));
                any |= box.isPresent();
                told.add(Spread.tell(label(places.get(p).name(), name), values));
            }
            if (!any) {
                marks.add(
                        new Mark.Points(
                                name.isEmpty() ? y.name() : name, Numbers.of(), Numbers.of()));
            }
        }
        var names = places.stream().map(Group::name).toList();
        var figure =
                Figure.of(
                        "box plot",
                        plan.dress.title(),
                        Axis.names(plan.x == null ? "" : plan.x, names),
                        Axis.numbers(y.name()),
                        marks);
        var column = plan.x == null ? null : plan.named(plan.x, MOST, "boxes can be read");
        return plan.dress.on(figure.telling(told), column);
    }

    /** A name of both, parted so that no two of them read the same by their blanks. */
    private static String label(String place, String colour) {
        return place.isEmpty() || colour.isEmpty() ? place + colour : place + " · " + colour;
    }

    /** Returns what both of two growing lists of rows have. */
    private static int[] common(int[] some, int[] others) {
        var both = new int[Math.min(some.length, others.length)];
        int count = 0;
        for (int i = 0, j = 0; i < some.length && j < others.length; ) {
            if (some[i] == others[j]) {
                both[count++] = some[i];
            }
            boolean less = some[i] < others[j];
            boolean more = some[i] > others[j];
            i += more ? 0 : 1;
            j += less ? 0 : 1;
        }
        return java.util.Arrays.copyOf(both, count);
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
