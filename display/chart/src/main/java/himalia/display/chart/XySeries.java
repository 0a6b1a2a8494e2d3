package himalia.display.chart;

import himalia.display.chart.data.Aggregate;
import himalia.display.chart.data.DataColumn;
import himalia.display.chart.data.Group;
import himalia.display.chart.mark.Moments;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of one line, one cloud of points or one area.
 *
 * @param name its colour's name
 * @param spread the standard deviation at each x; empty without an aggregate
 */
record XySeries(String name, Numbers x, Numbers y, Numbers spread) {
    private static final int MOST_NAMES = 1000;

    /** Returns the series of a plan in the order of their colours. */
    static List<XySeries> of(Plan plan, boolean sorted) {
        var all = new ArrayList<XySeries>();
        var groups = plan.groups();
        var ys = measured(plan);
        for (var y : ys) {
            for (var group : groups) {
                var name =
                        group.name().isEmpty()
                                ? ys.size() == 1 ? yLabel(plan) : y
                                : ys.size() == 1 ? group.name() : group.name() + " · " + y;
                all.add(series(plan, name, y, group, sorted));
            }
        }
        return all;
    }

    /** Rows can be counted without a column. */
    private static List<String> measured(Plan plan) {
        if (!plan.ys.isEmpty()) {
            return plan.ys;
        }
        if (plan.aggregate == Aggregate.COUNT) {
            return List.of("rows");
        }
        throw new IllegalArgumentException(
                "the chart needs a y, such as .y(\"%s\"), or .count()"
                        .formatted(plan.anyNumbers()));
    }

    /** Returns what the y axis of a plan measures; empty where it is several things. */
    static String yLabel(Plan plan) {
        return plan.ys.size() > 1 ? "" : Measured.label(plan);
    }

    private static XySeries series(
            Plan plan, String name, String column, Group group, boolean sorted) {
        var rows = group.rows();
        var x = places(plan, rows);
        var y = plan.ys.isEmpty() ? new double[rows.length] : plan.table.column(column).at(rows);
        var order = sorted ? order(x) : new int[0];
        if (order.length > 0) {
            x = in(order, x);
            y = in(order, y);
        }
        return plan.aggregate == null
                ? new XySeries(name, Numbers.of(x), Numbers.of(y), Numbers.of())
                : aggregated(name, x, y, plan.aggregate);
    }

    private static double[] in(int[] order, double[] values) {
        return Arrays.stream(order).mapToDouble(place -> values[place]).toArray();
    }

    private static double[] places(Plan plan, int[] rows) {
        if (plan.x == null) {
            return Numbers.positions(rows.length).toArray();
        }
        var unit = plan.unit;
        var x = x(plan).at(rows);
        return unit == null ? x : Arrays.stream(x).map(time -> Moments.begin(time, unit)).toArray();
    }

    /** Returns the x column of a plan, names as their places. */
    static DataColumn x(Plan plan) {
        if (plan.x == null) {
            return DataColumn.numbers("");
        }
        var column = plan.table.column(plan.x);
        return column.levels().isEmpty()
                ? plan.unit == null ? column : column.by(plan.unit)
                : plan.named(plan.x, MOST_NAMES, "an axis can name; use numbers or times");
    }

    /** Returns the order of growing x; empty where it is the one they have. */
    private static int[] order(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (Double.compare(x[i - 1], x[i]) > 0) {
                return IntStream.range(0, x.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(place -> x[place]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
        return new int[0];
    }

    private static XySeries aggregated(String name, double[] x, double[] y, Aggregate how) {
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        var spreads = new ArrayList<Double>();
        for (int from = 0, to; from < x.length && !Double.isNaN(x[from]); from = to) {
            to = from + 1;
            while (to < x.length && x[to] == x[from]) {
                to++;
            }
            var values = Arrays.copyOfRange(y, from, to);
            xs.add(x[from]);
            ys.add(how.of(values));
            spreads.add(deviation(values));
        }
        return new XySeries(name, Numbers.of(xs), Numbers.of(ys), Numbers.of(spreads));
    }

    /** Returns the standard deviation of a sample, 0 of a single value. */
    private static double deviation(double[] values) {
        var finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        var mean = Aggregate.MEAN.of(finite);
        var squares = Arrays.stream(finite).map(v -> (v - mean) * (v - mean)).sum();
        return finite.length < 2 ? 0 : Math.sqrt(squares / (finite.length - 1));
    }

    /** Returns each y that has a place. */
    Numbers drawn() {
        return Numbers.of(
                IntStream.range(0, y.size())
                        .filter(i -> Double.isFinite(x.at(i)))
                        .mapToDouble(y::at)
                        .filter(Double::isFinite)
                        .toArray());
    }

    /** Returns the y at each of these growing x, 0 where there is no row, NaN where it is missing. */
    double[] at(double... places) {
        var values = new double[places.length];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            while (next < x.size() && x.at(next) < places[i]) {
                next++;
            }
            boolean isThere = next < x.size() && x.at(next) == places[i];
            values[i] = !isThere ? 0 : Double.isFinite(y.at(next)) ? y.at(next) : Double.NaN;
        }
        return values;
    }
}
