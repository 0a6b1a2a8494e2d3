package himalia.display.chart;

import himalia.display.chart.data.DataColumn;
import himalia.display.chart.data.Density;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.TimeForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;

/**
 * How the numbers or times of a column are spread, as smooth curves; the area below each is 1.
 *
 * <pre>{@code
 * Charts.density(people).x("age").by("churned")
 * }</pre>
 *
 * @param plan which columns are shown, and how
 */
public record DensityChart(Plan plan) implements AxesChart<DensityChart> {
    private static final double DAY = Duration.ofDays(1).toMillis();

    /** Names the column whose values are spread. */
    public DensityChart x(String column) {
        plan.numbers(column, "a density");
        return with(plan.x(column));
    }

    @Override
    public DensityChart with(Plan newPlan) {
        return new DensityChart(newPlan);
    }

    @Override
    public Figure figure() {
        var column = plan.x("density", ".x(\"age\")");
        var groups = HistogramChart.series(plan, column);
        var marks = new ArrayList<Mark>();
        groups.forEach(
                (name, values) -> {
                    // A group of one value has no curve, and keeps its colour.
                    var curve =
                            Density.of(values.toArray())
                                    .map(all -> within(all, column))
                                    .orElseGet(() -> new Density(Numbers.of(), Numbers.of()));
                    var zero = Numbers.of(new double[curve.x().size()]);
                    marks.add(new Mark.Band(name, curve.x(), zero, curve.y()));
                    marks.add(new Mark.Line(name, curve.x(), curve.y(), Mark.Style.OUTLINE));
                });
        boolean timed = column.kind() == DataColumn.Kind.TIMES;
        var x =
                timed
                        ? Axis.times(column.name(), column.form().between())
                        : Axis.numbers(column.name());
        var figure = Figure.of("density", plan.dress.title(), x, Axis.numbers("density"), marks);
        return plan.dress.on(timed ? figure : figure.telling(Spread.tell(groups)), column);
    }

    /** A day has no time before its midnight or after it: what the curve has there lies within. */
    private static Density within(Density curve, DataColumn column) {
        if (column.form() != TimeForm.CLOCK) {
            return curve;
        }
        var inside =
                IntStream.range(0, curve.x().size())
                        .filter(i -> curve.x().at(i) >= 0 && curve.x().at(i) < DAY)
                        .toArray();
        var x = picked(curve.x(), inside);
        var y = picked(curve.y(), inside);
        double area = 0;
        for (int i = 1; i < x.size(); i++) {
            area += (x.at(i) - x.at(i - 1)) * (y.at(i) + y.at(i - 1)) / 2;
        }
        double all = area;
        boolean isCut = inside.length < curve.x().size();
        return new Density(x, isCut && all > 0 ? y.map(height -> height / all) : y);
    }

    private static Numbers picked(Numbers numbers, int[] places) {
        return Numbers.of(IntStream.of(places).mapToDouble(numbers::at).toArray());
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
