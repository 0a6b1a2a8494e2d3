package himalia.display.chart;

import himalia.display.chart.mark.Figure;
import java.time.temporal.ChronoUnit;

/**
 * Lines from a table, drawn from the least x to the greatest.
 *
 * <pre>{@code
 * Charts.line(weather).x("date").y("temp").by("city")
 * Charts.line(weather).x("date", ChronoUnit.MONTHS).y("temp").mean().spread()
 * }</pre>
 *
 * @param plan which columns are shown, and how
 * @param hasSpread true to show the standard deviation around each mean
 */
public record LineChart(Plan plan, boolean hasSpread)
        implements AxesChart<LineChart>, AggregatedChart<LineChart> {
    /** Names the column that lies along the x axis; without it rows are numbered from 0. */
    public LineChart x(String column) {
        return with(plan.x(column));
    }

    /** Names the times that lie along the x axis, and the days, months or years by which they are taken together. */
    public LineChart x(String column, ChronoUnit unit) {
        return with(plan.x(column, unit));
    }

    /** Names a column that is measured; several make several lines. */
    public LineChart y(String column) {
        return with(plan.y(column));
    }

    /** Shows the means, and around each one standard deviation as a band. */
    public LineChart spread() {
        return new LineChart(mean().plan, true);
    }

    /** Makes equal steps of the x axis equal factors. */
    public LineChart logX() {
        return with(plan.dressed(plan.dress.logX()));
    }

    @Override
    public LineChart with(Plan newPlan) {
        return new LineChart(newPlan, hasSpread);
    }

    @Override
    public Figure figure() {
        return XyFigures.lines(plan.measured("the y of a line"), hasSpread);
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
