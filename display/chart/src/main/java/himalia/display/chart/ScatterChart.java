package himalia.display.chart;

import himalia.display.chart.mark.Figure;

/**
 * Points from a table, one for each row.
 *
 * <pre>{@code
 * Charts.scatter(iris).x("petal length").y("petal width").by("kind").trend()
 * }</pre>
 *
 * @param plan which columns are shown, and how
 * @param hasTrend true to draw the straight line that is nearest to the points
 */
public record ScatterChart(Plan plan, boolean hasTrend) implements AxesChart<ScatterChart> {
    /** Names the column that lies along the x axis; without it rows are numbered from 0. */
    public ScatterChart x(String column) {
        return with(plan.x(column));
    }

    /** Names a column that is measured. */
    public ScatterChart y(String column) {
        plan.amounts(column, "the y of a point");
        return with(plan.y(column));
    }

    /** Draws the straight line that is nearest to the points, and where the true one lies in 95 of 100 cases. */
    public ScatterChart trend() {
        return new ScatterChart(plan, true);
    }

    /** Makes equal steps of the x axis equal factors. */
    public ScatterChart logX() {
        return with(plan.dressed(plan.dress.logX()));
    }

    @Override
    public ScatterChart with(Plan newPlan) {
        return new ScatterChart(newPlan, hasTrend);
    }

    @Override
    public Figure figure() {
        return XyFigures.points(plan, hasTrend);
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
