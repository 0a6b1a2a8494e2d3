package himalia.display.chart;

import himalia.display.chart.data.DataColumn;
import himalia.display.chart.data.Trend;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lines, points and areas from a table. */
final class XyFigures {
    private XyFigures() {}

    static Figure lines(Plan plan, boolean spread) {
        var marks = new ArrayList<Mark>();
        for (var series : XySeries.of(plan, true)) {
            if (spread && series.spread().size() > 0) {
                marks.add(
                        new Mark.Band(
                                series.name(),
                                series.x(),
                                sum(series.y(), series.spread(), -1),
                                sum(series.y(), series.spread(), 1)));
            }
            marks.add(new Mark.Line(series.name(), series.x(), series.y(), Mark.Style.SOLID));
        }
        return figure("line chart", plan, marks);
    }

    static Figure points(Plan plan, boolean trend) {
        var marks = new ArrayList<Mark>();
        var all = XySeries.of(plan, false);
        if (trend && !XySeries.x(plan).levels().isEmpty()) {
            throw Plan.wrong(XySeries.x(plan), "a trend needs numbers or times along the x axis");
        }
        for (var series : all) {
            marks.add(new Mark.Points(series.name(), series.x(), series.y()));
        }
        for (var series : trend ? all : List.<XySeries>of()) {
            Trend.of(series.x().toArray(), series.y().toArray())
                    .ifPresent(
                            line -> {
                                var name = series.name();
                                marks.add(new Mark.Band(name, line.x(), line.low(), line.high()));
                                marks.add(
                                        new Mark.Line(
                                                name, line.x(), line.line(), Mark.Style.OUTLINE));
                            });
        }
        return figure("scatter chart", plan, marks);
    }

    static Figure overlaid(Plan plan) {
        var marks = new ArrayList<Mark>();
        for (var series : XySeries.of(plan, true)) {
            once(series, plan);
            var zero = Numbers.of(new double[series.x().size()]);
            marks.add(new Mark.Band(series.name(), series.x(), zero, series.y()));
            marks.add(new Mark.Line(series.name(), series.x(), series.y(), Mark.Style.OUTLINE));
        }
        return figure("area chart", plan, marks);
    }

    /**
     * Each area lies on those before it; where one has no row, it is as thin as nothing. A value that is missing is not 0: there
     * it has a gap, and so have those on it, whose place nobody knows.
     */
    static Figure stacked(Plan plan) {
        var all = XySeries.of(plan, true);
        all.forEach(series -> once(series, plan));
        var x =
                all.stream()
                        .flatMapToDouble(series -> series.x().stream())
                        .filter(Double::isFinite)
                        .sorted()
                        .distinct()
                        .toArray();
        var base = new double[x.length];
        var marks = new ArrayList<Mark>();
        var told = new ArrayList<String>();
        for (var series : all) {
            var low = base.clone();
            var heights = series.at(x);
            Arrays.setAll(base, i -> low[i] + checked(heights[i], plan));
            marks.add(
                    new Mark.Band(
                            series.name(),
                            Numbers.of(x),
                            Numbers.of(low),
                            Numbers.of(base),
                            Mark.Look.SOLID));
            var drawn = series.drawn();
            int missing = series.x().size() - drawn.size();
            told.add(
                    "%s: %,d points%s, from %s to %s"
                            .formatted(
                                    series.name(),
                                    drawn.size(),
                                    missing == 0 ? "" : " (%,d missing)".formatted(missing),
                                    Quantity.of(drawn.min()),
                                    Quantity.of(drawn.max())));
        }
        var figure = figure("area chart", plan, marks);
        return figure.isEmpty() ? figure : figure.telling(told);
    }

    private static double checked(double value, Plan plan) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "areas on top of each other need values from 0 on, got %s in '%s'; use .overlaid()"
                            .formatted(Quantity.of(value), XySeries.yLabel(plan)));
        }
        return value;
    }

    /** Two values at one place are no area. */
    private static void once(XySeries series, Plan plan) {
        for (int i = 1; i < series.x().size(); i++) {
            if (series.x().at(i - 1) == series.x().at(i)) {
                throw new IllegalArgumentException(
                        "several rows have %s %s; say how they become one: .mean(), .sum(), .count()"
                                .formatted(
                                        plan.x,
                                        axis(plan, XySeries.x(plan)).words(series.x().at(i))));
            }
        }
    }

    private static Figure figure(String kind, Plan plan, List<Mark> marks) {
        var x = XySeries.x(plan);
        var figure =
                Figure.of(
                        kind,
                        plan.dress.title(),
                        axis(plan, x),
                        Axis.numbers(XySeries.yLabel(plan)),
                        marks);
        // Where rows are taken together nothing else says of one that it was left out.
        return plan.dress.on(
                plan.aggregate == null ? figure : leftOut(figure, plan.placeless(), x.name()), x);
    }

    /** Says how many rows have no place in the picture. */
    static Figure leftOut(Figure figure, long rows, String column) {
        return rows == 0
                ? figure
                : figure.noted(
                        "%,d %s without %s left out"
                                .formatted(rows, rows == 1 ? "row" : "rows", column));
    }

    private static Axis axis(Plan plan, DataColumn x) {
        var label = plan.x == null ? "" : plan.x;
        return x.kind() == DataColumn.Kind.TIMES
                ? Axis.times(label, x.form())
                : x.levels().isEmpty() ? Axis.numbers(label) : Axis.names(label, x.levels());
    }

    private static Numbers sum(Numbers one, Numbers other, double sign) {
        return Numbers.of(
                IntStream.range(0, one.size())
                        .mapToDouble(i -> one.at(i) + sign * other.at(i))
                        .toArray());
    }
}
