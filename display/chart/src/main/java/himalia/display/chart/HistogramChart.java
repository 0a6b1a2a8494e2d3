package himalia.display.chart;

import himalia.display.chart.data.DataColumn;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the numbers or times of a column are spread: how many rows fall into each of equal bins.
 *
 * <pre>{@code
 * Charts.histogram(people).x("age").bins(20).by("churned")
 * }</pre>
 *
 * @param plan which columns are shown, and how
 * @param bins how many, 0 for as many as the square root of the rows, from 5 to 40
 * @param binWidth how wide, 0 for as wide as their number says
 * @param isStacked true for bars on top of each other in place of outlines
 */
public record HistogramChart(Plan plan, int bins, double binWidth, boolean isStacked)
        implements AxesChart<HistogramChart> {
    public HistogramChart {
        var unused = new Binning(bins, binWidth, Binning.Unit.ONE);
    }

    /** Names the column whose values are counted. */
    public HistogramChart x(String column) {
        plan.numbers(column, "a histogram");
        return with(plan.x(column));
    }

    /** Makes so many bins. */
    public HistogramChart bins(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("bins must be at least 1, got " + count);
        }
        return new HistogramChart(plan, count, 0, isStacked);
    }

    /** Makes bins so wide, which begin at multiples of it: of dates in days, of times of day in hours. */
    public HistogramChart binWidth(double width) {
        if (!(width > 0)) {
            throw new IllegalArgumentException("a bin's width must be above 0, got " + width);
        }
        return new HistogramChart(plan, 0, width, isStacked);
    }

    /** Puts the bars of several groups on top of each other, in place of their outlines. */
    public HistogramChart stacked() {
        return new HistogramChart(plan, bins, binWidth, true);
    }

    @Override
    public HistogramChart with(Plan newPlan) {
        return new HistogramChart(newPlan, bins, binWidth, isStacked);
    }

    @Override
    public Figure figure() {
        var column = plan.x("histogram", ".x(\"age\")");
        var series = series(plan, column);
        var figure =
                Distributions.histogram(
                        plan.dress.title(), series, bins(column, series), isStacked);
        var x =
                column.kind() == DataColumn.Kind.TIMES
                        ? Axis.times(column.name(), column.form().between())
                        : Axis.numbers(column.name());
        figure = figure.axes(x, Axis.numbers("rows"));
        if (column.kind() == DataColumn.Kind.TIMES) {
            figure = XyFigures.leftOut(figure.telling(List.of()), plan.placeless(), column.name());
        }
        return plan.dress.on(figure, column);
    }

    /** Returns the bins, the same in all panels; of a single time, the day that it is on. */
    private Binning.Bins bins(DataColumn column, Map<String, Numbers> series) {
        var all = Numbers.of(column.at(plan.whole.rows()));
        boolean isOneTime = column.kind() == DataColumn.Kind.TIMES && all.min() == all.max();
        var binning =
                isOneTime && binWidth == 0
                        ? new Binning(0, 1, Binning.Unit.DAYS)
                        : new Binning(bins, binWidth, Binning.Unit.of(column));
        boolean isPanel = plan.whole.rows() != plan.rows;
        int size = series.values().stream().mapToInt(Numbers::size).max().orElse(0);
        return binning.of(all.min(), all.max(), isPanel ? plan.whole.largest() : size);
    }

    /** Returns the values of each group; those of a single one by the column's name. */
    static Map<String, Numbers> series(Plan plan, DataColumn column) {
        var series = new LinkedHashMap<String, Numbers>();
        for (var group : plan.groups()) {
            series.put(
                    group.name().isEmpty() ? column.name() : group.name(),
                    Numbers.of(column.at(group.rows())));
        }
        return series;
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
