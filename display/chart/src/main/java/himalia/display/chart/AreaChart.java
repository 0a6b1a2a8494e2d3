package himalia.display.chart;

import himalia.display.chart.mark.Figure;
import java.time.temporal.ChronoUnit;

/**
 * Areas from a table: amounts above zero, several of them on top of each other.
 *
 * <pre>{@code
 * Charts.area(sales).x("date", ChronoUnit.MONTHS).y("amount").sum().by("shop")
 * }</pre>
 *
 * @param plan which columns are shown, and how
 * @param isOverlaid true to draw all areas from zero
 */
public record AreaChart(Plan plan, boolean isOverlaid)
        implements AxesChart<AreaChart>, AggregatedChart<AreaChart> {
    /** Names the column that lies along the x axis; without it rows are numbered from 0. */
    public AreaChart x(String column) {
        return with(plan.x(column));
    }

    /** Names the times that lie along the x axis, and the days, months or years by which they are taken together. */
    public AreaChart x(String column, ChronoUnit unit) {
        return with(plan.x(column, unit));
    }

    /** Names a column that is measured; several make several areas. */
    public AreaChart y(String column) {
        return with(plan.y(column));
    }

    /** Draws every area from zero, so that they show through each other, and not on top of each other. */
    public AreaChart overlaid() {
        return new AreaChart(plan, true);
    }

    @Override
    public AreaChart with(Plan newPlan) {
        return new AreaChart(newPlan, isOverlaid);
    }

    @Override
    public Figure figure() {
        var measured = plan.measured("the y of an area");
        return isOverlaid ? XyFigures.overlaid(measured) : XyFigures.stacked(measured);
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
