package himalia.display.chart;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Charts whose lengths are compared: bars beside each other and bars from the left. */
final class Bars {
    private static final double WIDTH = 0.72;
    private static final int LABELLED = 12;

    private Bars() {}

    /** Groups of upright bars, one group for each name, one bar in it for each series. */
    static Figure upright(String title, List<String> names, Map<String, Numbers> series) {
        given(names, "the list of names");
        var marks = new ArrayList<Mark>();
        var width = WIDTH / series.size();
        series.forEach(
                (name, values) -> {
                    same(name, names.size(), values.size());
                    var shift = -WIDTH / 2 + width * marks.size();
                    var left = Numbers.positions(names.size()).map(p -> p + shift);
                    var right = left.map(p -> p + width * (series.size() > 1 ? 0.94 : 1));
                    var texts =
                            names.size() * series.size() <= LABELLED
                                    ? texts(values)
                                    : List.<String>of();
                    marks.add(
                            new Mark.Blocks(
                                    name,
                                    left,
                                    right,
                                    below(values),
                                    above(values),
                                    texts,
                                    Mark.Look.SOLID));
                });
        return Figure.of("bar chart", title, Axis.names("", names), Axis.numbers(""), marks);
    }

    /** One bar for each name, from the left, the names readable beside them. */
    static Figure flat(
            String kind, String title, String label, List<String> names, Numbers values) {
        same(label, given(names, "the list of names").size(), values.size());
        var bottom = Numbers.positions(names.size()).map(p -> p - WIDTH / 2);
        var top = bottom.map(p -> p + WIDTH);
        var marks =
                List.<Mark>of(
                        new Mark.Blocks(
                                label.isEmpty() ? kind : label,
                                below(values),
                                above(values),
                                bottom,
                                top,
                                texts(values),
                                Mark.Look.SOLID));
        return Figure.of(kind, title, Axis.numbers(label), Axis.names("", names), marks)
                .sized(640, Math.min(1200, Math.max(160, 100 + 24 * names.size())));
    }

    private static List<String> texts(Numbers values) {
        return values.stream().mapToObj(Quantity::of).toList();
    }

    private static Numbers below(Numbers values) {
        return values.map(v -> Math.min(0, v));
    }

    private static Numbers above(Numbers values) {
        return values.map(v -> Math.max(0, v));
    }

    private static void same(String name, int names, int values) {
        if (names != values) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' has "
                            + Amount.of(values, "value")
                            + " for "
                            + Amount.of(names, "bar")
                            + "; give one value for each name");
        }
    }
}
