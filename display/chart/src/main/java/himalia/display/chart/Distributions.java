package himalia.display.chart;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Charts that show how values are spread. */
final class Distributions {
    private static final int MOST_BINS = 40;

    private Distributions() {}

    /** As many equal bins as the square root of the size suggests; several series share the same bins. */
    static Figure histogram(String title, Map<String, Numbers> series) {
        var low = series.values().stream().mapToDouble(Numbers::min).min().orElse(0);
        var high = series.values().stream().mapToDouble(Numbers::max).max().orElse(1);
        var size = series.values().stream().mapToInt(Numbers::size).max().orElse(0);
        var bins =
                low == high
                        ? 1
                        : Math.max(5, Math.min(MOST_BINS, (int) Math.ceil(Math.sqrt(size))));
        var width = low == high ? 1 : (high - low) / bins;
        var start = low == high ? low - 0.5 : low;
        var marks = new ArrayList<Mark>();
        series.forEach(
                (name, values) -> {
                    var counts = counts(values, start, width, bins);
                    marks.addAll(
                            series.size() == 1
                                    ? bins(name, counts, start, width)
                                    : steps(name, counts, start, width));
                });
        return Figure.of("histogram", title, Axis.numbers(""), Axis.numbers("rows"), marks)
                .telling(Spread.tell(series));
    }

    private static double[] counts(Numbers values, double start, double width, int bins) {
        var counts = new double[bins];
        values.stream()
                .filter(Double::isFinite)
                .forEach(
                        v ->
                                counts[
                                        Math.min(
                                                bins - 1,
                                                Math.max(0, (int) ((v - start) / width)))]++);
        return counts;
    }

    private static List<Mark> bins(String name, double[] counts, double start, double width) {
        var left = Numbers.positions(counts.length).map(i -> start + i * width);
        var right = left.map(x -> x + width * 0.95);
        var zero = Numbers.of(new double[counts.length]);
        // An empty bin is no bar, not even a flat one.
        var high = Numbers.of(counts).map(count -> count == 0 ? Double.NaN : count);
        return List.of(new Mark.Blocks(name, left, right, zero, high, List.of(), Mark.Look.SOLID));
    }

    /** Outlines that overlap and still show through: bars beside each other would hide both shapes. */
    private static List<Mark> steps(String name, double[] counts, double start, double width) {
        var size = counts.length;
        var x = new double[2 * size + 2];
        var y = new double[2 * size + 2];
        for (int i = 0; i <= size; i++) {
            x[2 * i] = start + i * width;
            x[2 * i + 1] = x[2 * i];
            y[2 * i] = i == 0 ? 0 : counts[i - 1];
            y[2 * i + 1] = i == size ? 0 : counts[i];
        }
        var edges = Numbers.of(x);
        return List.of(
                new Mark.Band(name, edges, Numbers.of(new double[x.length]), Numbers.of(y)),
                new Mark.Line(name, edges, Numbers.of(y), Mark.Style.OUTLINE));
    }

    /** For each group: the middle half as a box, the median as a line, the rest within 1.5 box lengths as whiskers. */
    static Figure box(String title, Map<String, Numbers> groups) {
        var marks = new ArrayList<Mark>();
        var names = List.copyOf(groups.keySet());
        groups.forEach(
                (name, group) ->
                        Spread.of(group)
                                .ifPresent(
                                        spread -> add(marks, names.indexOf(name), spread, group)));
        return Figure.of("box plot", title, Axis.names("", names), Axis.numbers(""), marks)
                .telling(Spread.tell(groups));
    }

    /** A solid block as wide as a box, between two values. */
    private static Mark block(String name, int place, double from, double to) {
        return new Mark.Blocks(
                name,
                Numbers.of(place - 0.28),
                Numbers.of(place + 0.28),
                Numbers.of(from),
                Numbers.of(to),
                List.of(),
                Mark.Look.SOLID);
    }

    private static void add(List<Mark> marks, int place, Spread spread, Numbers group) {
        marks.add(line(place, spread.low(), place, spread.high()));
        marks.add(block("values", place, spread.first(), spread.third()));
        // On a box without height the median would hide it.
        if (spread.first() < spread.third()) {
            marks.add(block("", place, spread.median(), spread.median()));
        }
        var outside = group.stream().filter(v -> v < spread.low() || v > spread.high()).toArray();
        if (outside.length > 0) {
            var at = new double[outside.length];
            Arrays.fill(at, place);
            marks.add(new Mark.Points("values", Numbers.of(at), Numbers.of(outside)));
        }
    }

    private static Mark line(double x1, double y1, double x2, double y2) {
        return new Mark.Line("", Numbers.of(x1, x2), Numbers.of(y1, y2), Mark.Style.SOLID);
    }
}
