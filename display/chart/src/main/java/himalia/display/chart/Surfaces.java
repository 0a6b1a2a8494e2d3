package himalia.display.chart;

import himalia.display.bundle.Amount;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Charts of rows in the space of their features. */
final class Surfaces {
    private static final int COLUMNS = 160;
    private static final int ROWS = 100;

    private Surfaces() {}

    /** What a model says everywhere as tints, and the rows with their true classes as points. */
    static Figure decision(
            String title, double[] x, double[] y, List<String> classes, DecisionRule model) {
        var left = Numbers.of(x);
        var bottom = Numbers.of(y);
        if (x.length != y.length || x.length != classes.size()) {
            throw new IllegalArgumentException(
                    x.length
                            + " x, "
                            + y.length
                            + " y and "
                            + Amount.of(classes.size(), "class")
                            + "; give one of each for every row");
        }
        var roomX = (left.max() - left.min()) * 0.06;
        var roomY = (bottom.max() - bottom.min()) * 0.06;
        var tints =
                new Tints(
                        left.min() - roomX,
                        left.max() + roomX,
                        bottom.min() - roomY,
                        bottom.max() + roomY);
        var names = classes.stream().distinct().sorted().toList();
        var marks = new ArrayList<Mark>(tints.of(names, model));
        for (var name : names) {
            var rows =
                    IntStream.range(0, x.length).filter(i -> classes.get(i).equals(name)).toArray();
            marks.add(
                    new Mark.Points(
                            name,
                            Numbers.of(Arrays.stream(rows).mapToDouble(i -> x[i]).toArray()),
                            Numbers.of(Arrays.stream(rows).mapToDouble(i -> y[i]).toArray())));
        }
        return Figure.of(
                        "decision surface",
                        title,
                        Axis.numbers("").between(tints.left, tints.right),
                        Axis.numbers("").between(tints.bottom, tints.top),
                        marks)
                .telling(tints.tell(marks, classes));
    }

    /** The rectangle over which the model is asked. */
    private record Tints(double left, double right, double bottom, double top) {
        List<Mark> of(List<String> names, DecisionRule model) {
            var runs = new LinkedHashMap<String, List<double[]>>();
            names.forEach(name -> runs.put(name, new ArrayList<>()));
            var width = (right - left) / COLUMNS;
            var height = (top - bottom) / ROWS;
            for (int row = 0; row < ROWS; row++) {
                var y = bottom + row * height;
                for (int from = 0; from < COLUMNS; ) {
                    var said = model.classOf(left + (from + 0.5) * width, y + height / 2);
                    var to = from + 1;
                    while (to < COLUMNS
                            && said.equals(
                                    model.classOf(left + (to + 0.5) * width, y + height / 2))) {
                        to++;
                    }
                    runs.computeIfAbsent(said, name -> new ArrayList<>())
                            .add(
                                    new double[] {
                                        left + from * width, left + to * width, y, y + height
                                    });
                    from = to;
                }
            }
            var marks = new ArrayList<Mark>();
            runs.forEach(
                    (name, boxes) ->
                            marks.add(
                                    new Mark.Blocks(
                                            name,
                                            side(boxes, 0),
                                            side(boxes, 1),
                                            side(boxes, 2),
                                            side(boxes, 3),
                                            List.of(),
                                            Mark.Look.FAINT)));
            return marks;
        }

        /** Returns, for each class, its rows and the share of the rectangle where the model says so. */
        List<String> tell(List<Mark> marks, List<String> classes) {
            var told = new ArrayList<String>();
            for (var mark : marks) {
                if (mark instanceof Mark.Blocks tint) {
                    var covered = tint.right().stream().sum() - tint.left().stream().sum();
                    told.add(
                            String.format(
                                    Locale.ROOT,
                                    "%s: %,d points, said of %.0f %% of the plane",
                                    tint.name(),
                                    Collections.frequency(classes, tint.name()),
                                    100 * covered / ((right - left) * ROWS)));
                }
            }
            return told;
        }

        private static Numbers side(List<double[]> boxes, int side) {
            return Numbers.of(boxes.stream().mapToDouble(box -> box[side]).toArray());
        }
    }

    /** Each row a thin line across all columns, each column from its least to its largest value. */
    static Figure parallel(String title, Map<String, double[]> columns, List<String> classes) {
        var names = List.copyOf(columns.keySet());
        var labels = new ArrayList<String>();
        var scaled = new ArrayList<Numbers>();
        columns.forEach(
                (name, values) -> {
                    var all = Numbers.of(values);
                    labels.add(
                            name
                                    + " ("
                                    + Quantity.of(all.min())
                                    + " to "
                                    + Quantity.of(all.max())
                                    + ")");
                    var range = all.max() - all.min();
                    scaled.add(all.map(v -> range == 0 ? 0.5 : (v - all.min()) / range));
                });
        var marks = new ArrayList<Mark>();
        marks.add(uprights(names.size()));
        for (var name : classes.stream().distinct().toList()) {
            var x = new ArrayList<Double>();
            var y = new ArrayList<Double>();
            for (int row = 0; row < classes.size(); row++) {
                for (int column = 0;
                        column <= names.size() && classes.get(row).equals(name);
                        column++) {
                    // A gap parts one row's line from the next.
                    x.add(column < names.size() ? (double) column : Double.NaN);
                    y.add(column < names.size() ? scaled.get(column).at(row) : Double.NaN);
                }
            }
            marks.add(new Mark.Line(name, Numbers.of(x), Numbers.of(y), Mark.Style.THIN));
        }
        var told = Amount.of(columns.size(), "column") + ", " + Amount.of(classes.size(), "row");
        return Figure.of(
                        "parallel coordinates",
                        title,
                        Axis.names("", labels),
                        Axis.numbers("").between(0, 1).scaled(Axis.Scale.NONE),
                        marks)
                .noted(told)
                .telling(ranges(columns, classes));
    }

    /** Where the rows of each class lie in each column. */
    private static List<String> ranges(Map<String, double[]> columns, List<String> classes) {
        return classes.stream()
                .distinct()
                .map(
                        name ->
                                columns.entrySet().stream()
                                        .map(column -> range(column, classes, name))
                                        .collect(
                                                Collectors.joining(
                                                        ", ",
                                                        "%s: %,d rows, "
                                                                .formatted(
                                                                        name,
                                                                        Collections.frequency(
                                                                                classes, name)),
                                                        "")))
                .toList();
    }

    private static String range(
            Map.Entry<String, double[]> column, List<String> classes, String name) {
        var values =
                IntStream.range(0, classes.size())
                        .filter(i -> classes.get(i).equals(name))
                        .mapToDouble(i -> column.getValue()[i])
                        .toArray();
        var all = Numbers.of(values);
        return column.getKey()
                + " from "
                + Quantity.of(all.min())
                + " to "
                + Quantity.of(all.max());
    }

    /** The axes that the rows' lines go across. */
    private static Mark uprights(int columns) {
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (double column = 0; column < columns; column++) {
            x.addAll(List.of(column, column, Double.NaN));
            y.addAll(List.of(0.0, 1.0, Double.NaN));
        }
        return new Mark.Line("", Numbers.of(x), Numbers.of(y), Mark.Style.OUTLINE);
    }
}
