package himalia.display.chart;

import static himalia.display.bundle.Given.given;

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

/** Charts of what the features of a model add to what it says. */
final class Swarms {
    private static final double HALF = 0.36;
    private static final int BINS = 80;

    /** Of the width, for the number beside the last bar. */
    private static final double ROOM = 0.15;

    private static final double LOST = 1e-12;
    private static final List<String> SHADES =
            List.of("low value", "middle value", "high value", "missing value");

    private Swarms() {}

    /** Points that would lie on each other are moved apart, up and down by turns. */
    static Figure beeswarm(
            String title, String label, List<String> names, double[][] parts, double[][] values) {
        given(names, "the list of names");
        same(names.size(), given(parts, "parts").length);
        same(names.size(), given(values, "values").length);
        double low = Arrays.stream(parts).flatMapToDouble(Arrays::stream).min().orElse(0);
        double high = Arrays.stream(parts).flatMapToDouble(Arrays::stream).max().orElse(0);
        double bin = Math.max((high - low) / BINS, Double.MIN_NORMAL);
        var x = new ArrayList<List<Double>>();
        var y = new ArrayList<List<Double>>();
        SHADES.forEach(
                each -> {
                    x.add(new ArrayList<>());
                    y.add(new ArrayList<>());
                });
        for (int j = 0; j < parts.length; j++) {
            same(parts[j].length, values[j].length);
            var shades = shades(values[j]);
            var places = places(parts[j], low, bin);
            for (int row = 0; row < parts[j].length; row++) {
                x.get(shades[row]).add(parts[j][row]);
                y.get(shades[row]).add(j + places[row]);
            }
        }
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.Reference(0, Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY, ""));
        for (int shade = 0; shade < SHADES.size(); shade++) {
            if (!x.get(shade).isEmpty()) {
                marks.add(
                        new Mark.Points(
                                SHADES.get(shade),
                                Numbers.of(x.get(shade)),
                                Numbers.of(y.get(shade))));
            }
        }
        return Figure.of("beeswarm", title, Axis.numbers(label), Axis.names("", names), marks)
                .telling(told(names, parts))
                .sized(640, Math.min(1200, Math.max(200, 120 + 34 * names.size())));
    }

    private static List<String> told(List<String> names, double[][] parts) {
        return IntStream.range(0, parts.length)
                .mapToObj(
                        j ->
                                "%s adds %s to %s"
                                        .formatted(
                                                names.get(j),
                                                Quantity.of(
                                                        Arrays.stream(parts[j]).min().orElse(0)),
                                                Quantity.of(
                                                        Arrays.stream(parts[j]).max().orElse(0))))
                .toList();
    }

    /** Thirds of the rows, by their values; equal ones are of one third. */
    private static int[] shades(double[] values) {
        var sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        var shades = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (Double.isNaN(value)) {
                shades[row] = SHADES.size() - 1;
            } else if (sorted[0] == sorted[sorted.length - 1]) {
                shades[row] = 1;
            } else {
                boolean isLow =
                        value <= sorted[(sorted.length - 1) / 3]
                                && value < sorted[sorted.length - 1];
                boolean isHigh = value >= sorted[2 * (sorted.length - 1) / 3] && value > sorted[0];
                shades[row] = isLow ? 0 : isHigh ? 2 : 1;
            }
        }
        return shades;
    }

    /** Returns by how much each point is moved from the middle of its feature. */
    private static double[] places(double[] parts, double low, double bin) {
        var counts = new int[BINS + 2];
        var turns = new int[parts.length];
        var bins = new int[parts.length];
        for (int row = 0; row < parts.length; row++) {
            bins[row] = (int) Math.min(BINS + 1, Math.max(0, (parts[row] - low) / bin));
            turns[row] = counts[bins[row]]++;
        }
        int most = Arrays.stream(counts).max().orElse(1);
        var places = new double[parts.length];
        double step = Math.min(0.12, 2 * HALF / Math.max(1, most));
        Arrays.setAll(places, row -> (turns[row] + 1) / 2 * step * (turns[row] % 2 == 0 ? 1 : -1));
        return places;
    }

    /** Bars each of which begins where the one below ends; the largest parts last. */
    static Figure waterfall(
            String title, String label, double base, List<String> names, double[] parts) {
        same(given(names, "the list of names").size(), given(parts, "parts").length);
        var order =
                IntStream.range(0, parts.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -Math.abs(parts[i])))
                        .toList();
        var ends = new double[parts.length];
        double sum = base;
        double low = base;
        double high = base;
        for (int place = parts.length - 1; place >= 0; place--) {
            sum += parts[order.get(place)];
            ends[place] = sum;
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        // What rounding leaves of a sum that is 0.
        double told = Math.abs(sum) < LOST * (high - low) ? 0 : sum;
        double room = ROOM * (high - low);
        var marks = new ArrayList<Mark>();
        for (boolean isUp : new boolean[] {true, false}) {
            var its =
                    IntStream.range(0, parts.length)
                            .filter(place -> parts[order.get(place)] >= 0 == isUp)
                            .toArray();
            if (its.length > 0) {
                marks.add(bars(isUp ? "more" : "less", its, order, ends, parts));
            }
        }
        marks.add(line(base));
        marks.add(line(sum));
        var ordered = order.stream().map(names::get).toList();
        return Figure.of(
                        "waterfall",
                        title,
                        room > 0
                                ? Axis.numbers(label).between(low - room, high + room)
                                : Axis.numbers(label),
                        Axis.names("", ordered),
                        marks)
                .noted("from the base, %s, to %s".formatted(Quantity.of(base), Quantity.of(told)))
                .sized(640, Math.min(1200, Math.max(200, 150 + 26 * names.size())));
    }

    private static Mark line(double x) {
        return new Mark.Reference(x, Double.NEGATIVE_INFINITY, x, Double.POSITIVE_INFINITY, "");
    }

    private static Mark bars(
            String name, int[] places, List<Integer> order, double[] ends, double[] parts) {
        var left = new double[places.length];
        var right = new double[places.length];
        var texts = new ArrayList<String>();
        for (int i = 0; i < places.length; i++) {
            double part = parts[order.get(places[i])];
            left[i] = ends[places[i]] - Math.max(0, part);
            right[i] = left[i] + Math.abs(part);
            texts.add((part > 0 ? "+" : "") + Quantity.of(part));
        }
        var y = Numbers.of(Arrays.stream(places).asDoubleStream().toArray());
        return new Mark.Blocks(
                name,
                Numbers.of(left),
                Numbers.of(right),
                y.map(at -> at - HALF),
                y.map(at -> at + HALF),
                texts,
                Mark.Look.SOLID);
    }

    private static void same(int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "as many names as parts and values are wanted, got %d and %d"
                            .formatted(expected, found));
        }
    }
}
