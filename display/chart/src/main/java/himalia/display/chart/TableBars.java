package himalia.display.chart;

import himalia.display.bundle.Listed;
import himalia.display.chart.data.Aggregate;
import himalia.display.chart.data.DataColumn;
import himalia.display.chart.data.Group;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bars of a table: amounts by name and by colour.
 *
 * @param names one for each bar or group of bars
 * @param series one for each colour
 * @param values {@code values[series][name]}; NaN where there is no bar
 */
record TableBars(List<String> names, List<String> series, double[][] values) {
    private static final double WIDTH = 0.72;
    private static final int MOST = 100;
    private static final int WRITTEN = 12;
    private static final int LISTED = 5;

    static Figure figure(Plan plan, BarChart.Look look) {
        var x = plan.x("bar chart", example(plan));
        if (look.isShared() && plan.by == null) {
            throw new IllegalArgumentException(
                    "shares are of several colours, and alone each bar is 100 %; name their column by .by(\"city\")");
        }
        if (plan.ys.size() > 1) {
            throw new IllegalArgumentException(
                    "a bar chart from a table measures one column, got " + plan.ys);
        }
        var named =
                plan.named(
                        x.name(),
                        look.most() > 0 ? Integer.MAX_VALUE : MOST,
                        "bars can show; show the longest with .top(20)");
        var bars = of(plan, named);
        var shown = bars.ordered(look);
        shown = look.isShared() ? shown.shares() : shown;
        var label = look.isShared() ? "% of " + Measured.label(plan) : Measured.label(plan);
        // Colours that say what the names say stand one to a name.
        boolean alone = look.isStacked() || x.name().equals(plan.by);
        var marks = shown.marks(look, alone);
        var up = Axis.numbers(label);
        var across = Axis.names(x.name(), shown.names);
        var figure =
                look.isFlat()
                        ? Figure.of(
                                        "bar chart",
                                        plan.dress.title(),
                                        up,
                                        Axis.names(x.name(), shown.names),
                                        marks)
                                .sized(640, height(shown, look))
                        : Figure.of("bar chart", plan.dress.title(), across, up, marks);
        var notes = new ArrayList<String>();
        if (shown.names.size() < bars.names.size()) {
            notes.add("the first %,d of %,d".formatted(shown.names.size(), bars.names.size()));
        }
        var absent = shown.absent();
        if (!absent.isEmpty()) {
            notes.add("no value of " + Listed.of(absent, LISTED));
        }
        figure = notes.isEmpty() ? figure : figure.noted(String.join("; ", notes));
        return plan.dress.on(
                figure, new DataColumn(named.name(), named.kind(), named.values(), shown.names));
    }

    /** Who counts a column wants a bar for each of its values. */
    private static String example(Plan plan) {
        return plan.aggregate == Aggregate.COUNT && !plan.ys.isEmpty()
                ? ".x(\"%s\"), which alone counts the rows of each value".formatted(plan.ys.get(0))
                : ".x(\"city\")";
    }

    private static int height(TableBars bars, BarChart.Look look) {
        int each = look.isStacked() ? 24 : Math.max(24, 14 * bars.series.size() + 8);
        return Math.min(2000, Math.max(160, 110 + each * bars.names.size()));
    }

    private static TableBars of(Plan plan, DataColumn x) {
        var groups = plan.groups();
        var values = new double[groups.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Measured.of(plan, Group.of(x, groups.get(i).rows()), x.name());
        }
        var names = groups.stream().map(g -> g.name().isEmpty() ? Measured.label(plan) : g.name());
        return new TableBars(x.levels(), names.toList(), values);
    }

    /** Returns the names that have no bar of any colour. */
    private List<String> absent() {
        return IntStream.range(0, names.size())
                .filter(place -> Arrays.stream(values).allMatch(row -> Double.isNaN(row[place])))
                .mapToObj(names::get)
                .toList();
    }

    private TableBars ordered(BarChart.Look look) {
        if (!look.isSorted()) {
            return this;
        }
        var order =
                IntStream.range(0, names.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(place -> -total(place)))
                        .limit(look.most() > 0 ? look.most() : Integer.MAX_VALUE)
                        .toList();
        return new TableBars(
                order.stream().map(names::get).toList(),
                series,
                Arrays.stream(values)
                        .map(row -> order.stream().mapToDouble(place -> row[place]).toArray())
                        .toArray(double[][]::new));
    }

    private double total(int place) {
        return Arrays.stream(values).mapToDouble(row -> row[place]).filter(Double::isFinite).sum();
    }

    private TableBars shares() {
        var shares = new double[values.length][names.size()];
        for (int name = 0; name < names.size(); name++) {
            double all = total(name);
            for (int s = 0; s < values.length; s++) {
                if (values[s][name] < 0) {
                    throw new IllegalArgumentException(
                            "shares need values from 0 on, got %s for '%s'"
                                    .formatted(Quantity.of(values[s][name]), names.get(name)));
                }
                shares[s][name] = all == 0 ? Double.NaN : 100 * values[s][name] / all;
            }
        }
        return new TableBars(names, series, shares);
    }

    private List<Mark> marks(BarChart.Look look, boolean alone) {
        var marks = new ArrayList<Mark>();
        var above = new double[names.size()];
        var below = new double[names.size()];
        for (int s = 0; s < series.size(); s++) {
            var row = values[s];
            double each = alone ? WIDTH : WIDTH / series.size();
            double shift = alone ? -WIDTH / 2 : -WIDTH / 2 + each * s;
            double gap = series.size() > 1 && !alone ? 0.94 : 1;
            var left = Numbers.positions(names.size()).map(place -> place + shift);
            var right = left.map(place -> place + each * gap);
            var low = new double[row.length];
            var high = new double[row.length];
            for (int i = 0; i < row.length; i++) {
                var base = !look.isStacked() ? 0 : row[i] < 0 ? below[i] : above[i];
                low[i] = base + Math.min(0, row[i]);
                high[i] = base + Math.max(0, row[i]);
                above[i] += Math.max(0, Double.isFinite(row[i]) ? row[i] : 0);
                below[i] += Math.min(0, Double.isFinite(row[i]) ? row[i] : 0);
            }
            var texts = texts(row, look);
            marks.add(
                    look.isFlat()
                            ? new Mark.Blocks(
                                    series.get(s),
                                    Numbers.of(low),
                                    Numbers.of(high),
                                    left,
                                    right,
                                    texts,
                                    look.isStacked() ? Mark.Look.STACKED : Mark.Look.SOLID)
                            : new Mark.Blocks(
                                    series.get(s),
                                    left,
                                    right,
                                    Numbers.of(low),
                                    Numbers.of(high),
                                    texts,
                                    look.isStacked() ? Mark.Look.STACKED : Mark.Look.SOLID));
        }
        return marks;
    }

    private List<String> texts(double[] row, BarChart.Look look) {
        boolean fit = look.isFlat() || names.size() * series.size() <= WRITTEN;
        return look.isStacked() || !fit
                ? List.of()
                : Arrays.stream(row).mapToObj(v -> Double.isNaN(v) ? "" : Quantity.of(v)).toList();
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("bars are never compared");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("bars are never compared");
    }
}
