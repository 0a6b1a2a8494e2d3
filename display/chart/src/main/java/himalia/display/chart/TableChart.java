package himalia.display.chart;

import himalia.display.chart.data.Group;
import himalia.display.chart.mark.Figure;
import java.util.ArrayList;

/**
 * A chart from a table, built up step by step; each step returns a new chart.
 *
 * <pre>{@code
 * Charts.line(weather).x("date").y("temp").by("city").title("Temperature")
 * }</pre>
 *
 * @param <C> what each step returns
 */
public interface TableChart<C extends TableChart<C>> extends Chart {
    /** Returns which columns are shown, and how. */
    Plan plan();

    /** Returns the same chart with another plan. */
    C with(Plan plan);

    /** Writes a title above the chart. */
    default C title(String words) {
        return with(plan().dressed(plan().dress.titled(words)));
    }

    /** Says what the x axis measures, in place of the column's name. */
    default C xLabel(String words) {
        return with(plan().dressed(plan().dress.xLabelled(words)));
    }

    /** Says what the y axis measures, in place of the column's name. */
    default C yLabel(String words) {
        return with(plan().dressed(plan().dress.yLabelled(words)));
    }

    /** Draws one chart for each value of a column, beside each other on the same axes; the last step of a chart. */
    default Panels facet(String column) {
        var plan = plan();
        var names =
                plan.named(
                        plan.table.column(column).name(),
                        Facets.MOST,
                        "fit on a page; take fewer rows");
        var figures = new ArrayList<Figure>();
        var groups = Group.of(names, plan.rows);
        int largest = groups.stream().mapToInt(group -> group.rows().length).max().orElse(0);
        for (var group : groups) {
            var part = plan.only(group.rows(), largest).dressed(plan.dress.titled(group.name()));
            figures.add(with(part).figure());
        }
        return Facets.of(plan.dress.title().isEmpty() ? column : plan.dress.title(), figures);
    }
}
