package himalia.display.chart;

import himalia.display.chart.data.DataColumn;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Every numeric column against every other, and alone on the diagonal. */
final class Pairs {
    private static final int MOST = 6;

    private Pairs() {}

    static Panels of(String title, Map<String, double[]> columns, List<String> given) {
        var classes = given.stream().map(DataColumn::nameOf).toList();
        if (columns.size() > MOST) {
            throw new IllegalArgumentException(
                    "a pair plot is readable for up to "
                            + MOST
                            + " columns, got "
                            + columns.size()
                            + "; pick those that matter");
        }
        columns.forEach((name, values) -> check(name, values.length, classes.size()));
        var side = Math.max(150, 720 / Math.max(1, columns.size()));
        var figures = new ArrayList<Figure>();
        for (var row : columns.keySet()) {
            for (var column : columns.keySet()) {
                var figure =
                        row.equals(column)
                                ? alone(row, columns, classes)
                                : against(column, row, columns, classes);
                figures.add(figure.sized(side, side));
            }
        }
        return new Panels(title, figures, columns.size());
    }

    /** Else a row would have no point, or a point no class. */
    private static void check(String name, int rows, int classes) {
        if (rows != classes) {
            throw new IllegalArgumentException(
                    "column '%s' has %,d rows, and there are %,d classes; give each row one"
                            .formatted(name, rows, classes));
        }
    }

    private static Figure alone(String name, Map<String, double[]> columns, List<String> classes) {
        var groups = new LinkedHashMap<String, Numbers>();
        for (var kind : classes.stream().distinct().toList()) {
            groups.put(kind, part(columns, name, classes, kind));
        }
        var figure = Distributions.histogram("", groups);
        return figure.axes(Axis.numbers(name), Axis.numbers("").scaled(Axis.Scale.NONE));
    }

    private static Figure against(
            String x, String y, Map<String, double[]> columns, List<String> classes) {
        var marks = new ArrayList<Mark>();
        for (var kind : classes.stream().distinct().toList()) {
            marks.add(
                    new Mark.Points(
                            kind,
                            part(columns, x, classes, kind),
                            part(columns, y, classes, kind)));
        }
        return Figure.of("scatter chart", "", Axis.numbers(x), Axis.numbers(y), marks);
    }

    private static Numbers part(
            Map<String, double[]> columns, String name, List<String> classes, String kind) {
        var values = columns.getOrDefault(name, new double[0]);
        var rows = IntStream.range(0, values.length).filter(i -> classes.get(i).equals(kind));
        return Numbers.of(Arrays.stream(rows.toArray()).mapToDouble(i -> values[i]).toArray());
    }
}
