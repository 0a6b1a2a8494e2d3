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
    private Distributions() {}

    /** As many equal bins as the square root of the size suggests; several series share the same bins. */
    static Figure histogram(String title, Map<String, Numbers> series) {
        var low = series.values().stream().mapToDouble(Numbers::min).min().orElse(0);
        var high = series.values().stream().mapToDouble(Numbers::max).max().orElse(1);
        var size = series.values().stream().mapToInt(Numbers::size).max().orElse(0);
        return histogram(title, series, Binning.BY_SIZE.of(low, high, size), false);
    }

    /** Equal bins that several series share, as outlines or on top of each other. */
    static Figure histogram(
            String title, Map<String, Numbers> series, Binning.Bins bins, boolean stacked) {
        var start = bins.start();
        var width = bins.width();
        var marks = new ArrayList<Mark>();
        var base = new double[bins.count()];
        series.forEach(
                (name, values) -> {
                    var counts = counts(values, start, width, bins.count());
                    marks.addAll(
                            series.size() == 1 || stacked
                                    ? bins(name, counts, base, start, width)
                                    : steps(name, counts, start, width));
                    Arrays.setAll(base, i -> base[i] + counts[i]);
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

    private static List<Mark> bins(
            String name, double[] counts, double[] base, double start, double width) {
        var left = Numbers.positions(counts.length).map(i -> start + i * width);
        var right = Numbers.count(1, counts.length).map(i -> start + i * width);
        var high = new double[counts.length];
        // An empty bin is no bar, not even a flat one.
        Arrays.setAll(high, i -> counts[i] == 0 ? Double.NaN : base[i] + counts[i]);
        return List.of(
                new Mark.Blocks(
                        name,
                        left,
                        right,
                        Numbers.of(base),
                        Numbers.of(high),
                        List.of(),
                        Mark.Look.BIN));
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
                                        spread ->
                                                addBox(
                                                        marks,
                                                        "values",
                                                        names.indexOf(name),
                                                        0.28,
                                                        spread,
                                                        group)));
        return Figure.of("box plot", title, Axis.names("", names), Axis.numbers(""), marks)
                .telling(Spread.tell(groups));
    }

    /** Adds one box with its whiskers and what lies outside. */
    static void addBox(
            List<Mark> marks,
            String name,
            double place,
            double half,
            Spread spread,
            Numbers group) {
        marks.add(line(place, spread.low(), place, spread.high()));
        marks.add(block(name, place, half, spread.first(), spread.third()));
        // On a box without height the median would hide it.
        if (spread.first() < spread.third()) {
            marks.add(block("", place, half, spread.median(), spread.median()));
        }
        var outside = group.stream().filter(v -> v < spread.low() || v > spread.high()).toArray();
        if (outside.length > 0) {
            var at = new double[outside.length];
            Arrays.fill(at, place);
            marks.add(new Mark.Points(name, Numbers.of(at), Numbers.of(outside)));
        }
    }

    /** A solid block between two values, to both sides of its place. */
    private static Mark block(String name, double place, double half, double from, double to) {
        return new Mark.Blocks(
                name,
                Numbers.of(place - half),
                Numbers.of(place + half),
                Numbers.of(from),
                Numbers.of(to),
                List.of(),
                Mark.Look.SOLID);
    }

    private static Mark line(double x1, double y1, double x2, double y2) {
        return new Mark.Line("", Numbers.of(x1, x2), Numbers.of(y1, y2), Mark.Style.SOLID);
    }
}
