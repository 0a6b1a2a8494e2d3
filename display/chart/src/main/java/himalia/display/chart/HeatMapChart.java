package himalia.display.chart;

import himalia.display.chart.data.Group;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/**
 * Coloured cells from a table: one for each pair of names, with its number.
 *
 * <pre>{@code
 * Charts.heatMap(flights).x("month").y("year").value("passengers").mean()
 * }</pre>
 *
 * @param plan which columns are shown, and how
 * @param column whose values lie along the y axis; empty until it is named
 */
public record HeatMapChart(Plan plan, String column) implements AggregatedChart<HeatMapChart> {
    private static final int MOST = 400;

    /** Names the column whose values lie side by side. */
    public HeatMapChart x(String name) {
        return with(plan.x(name));
    }

    /** Names the times whose days, months or years lie side by side. */
    public HeatMapChart x(String name, ChronoUnit unit) {
        return with(plan.x(name, unit));
    }

    /** Names the column whose values lie below each other. */
    public HeatMapChart y(String name) {
        return new HeatMapChart(plan, plan.table.column(name).name());
    }

    /** Names the column whose values are colours; without it rows are counted. */
    public HeatMapChart value(String name) {
        return with(plan.y(name));
    }

    @Override
    public HeatMapChart with(Plan newPlan) {
        return new HeatMapChart(newPlan, column);
    }

    @Override
    public Figure figure() {
        plan.measured("the colour of a cell");
        var x = plan.x("heat map", ".x(\"month\")");
        if (column.isEmpty()) {
            throw new IllegalArgumentException("a heat map needs a y, such as .y(\"year\")");
        }
        var across = plan.named(x.name(), MOST, "a heat map can name");
        var down = plan.named(column, MOST, "a heat map can name");
        var rows = new ArrayList<double[]>();
        for (var group : Group.of(down, plan.rows)) {
            var cells =
                    Measured.of(plan, Group.of(across, group.rows()), x.name() + " and " + column);
            rows.add(cells);
        }
        var figure =
                Grids.heatMap(
                        plan.dress.title(),
                        across.levels(),
                        down.levels(),
                        rows.toArray(double[][]::new));
        figure =
                figure.axes(
                        Axis.names(x.name(), across.levels()), Axis.names(column, down.levels()));
        return plan.dress.on(figure.noted(Measured.label(plan)), across);
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
