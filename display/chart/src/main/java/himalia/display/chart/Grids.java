package himalia.display.chart;

import himalia.display.bundle.Amount;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.Arrays;
import java.util.List;

/** Charts of coloured cells. */
final class Grids {
    private static final int LABELLED = 15;
    private static final int WIDEST = 840;

    private Grids() {}

    static Figure heatMap(
            String title, List<String> columns, List<String> rows, double[][] values) {
        boolean signed = Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(v -> v < 0);
        return heatMap(title, columns, rows, values, signed);
    }

    /** Colours part at zero where {@code signed} says so, also where all values lie above it. */
    static Figure heatMap(
            String title,
            List<String> columns,
            List<String> rows,
            double[][] values,
            boolean signed) {
        if (values.length != rows.size()) {
            throw new IllegalArgumentException(
                    "the heat map has "
                            + Amount.of(values.length, "row")
                            + " and "
                            + Amount.of(rows.size(), "row name")
                            + "; give one name for each");
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i].length != columns.size()) {
                throw new IllegalArgumentException(
                        "row '%s' of the heat map has %s for %s; give one for each"
                                .formatted(
                                        rows.get(i),
                                        Amount.of(values[i].length, "value"),
                                        Amount.of(columns.size(), "column")));
            }
        }
        var cells = Arrays.stream(values).map(Numbers::of).toList();
        var small = rows.size() <= LABELLED && columns.size() <= LABELLED;
        var texts =
                small
                        ? cells.stream()
                                .map(r -> r.stream().mapToObj(Grids::text).toList())
                                .toList()
                        : List.<List<String>>of();
        return Figure.of(
                        "heat map",
                        title,
                        Axis.names("", columns),
                        Axis.names("", rows),
                        List.of(new Mark.Cells(title, cells, texts, signed)))
                .sized(
                        Math.max(
                                240,
                                Math.min(
                                        WIDEST,
                                        namesWidth(rows)
                                                + cellWidth(columns, texts) * columns.size())),
                        Math.min(900, Math.max(220, 120 + 34 * rows.size())));
    }

    private static int namesWidth(List<String> rows) {
        return 50 + Math.min(200, 7 * longest(rows));
    }

    /** Wide enough for a short name to lie flat below its column, and for a number in each cell. */
    private static int cellWidth(List<String> columns, List<List<String>> texts) {
        var number = texts.stream().mapToInt(Grids::longest).max().orElse(0);
        var name = Math.min(80, 10 + 7 * longest(columns));
        return Math.max(texts.isEmpty() ? 20 : 52, Math.max(name, 10 + 7 * number));
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String text(double value) {
        return Double.isNaN(value)
                ? ""
                : Math.abs(value) < 1
                        ? Quantity.of(Math.rint(value * 100) / 100)
                        : Quantity.of(value);
    }

    /** Rows are the truth, columns what the model said; colours tell the share of each row, so rare classes show. */
    static Figure confusion(String title, List<String> classes, long[][] counts) {
        if (counts.length != classes.size()) {
            throw new IllegalArgumentException(
                    "the confusion matrix has "
                            + Amount.of(counts.length, "row")
                            + " and "
                            + Amount.of(classes.size(), "class")
                            + "; give one row for each class");
        }
        for (int i = 0; i < counts.length; i++) {
            checkRow(classes.get(i), counts[i], classes.size());
        }
        var shares = Arrays.stream(counts).map(Grids::shares).toList();
        var texts = Arrays.stream(counts).map(Grids::counted).toList();
        var right = 0L;
        var all = 0L;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
            all += Arrays.stream(counts[i]).sum();
        }
        var side = Math.max(240, Math.min(900, 130 + 64 * classes.size()));
        return Figure.of(
                        "confusion matrix",
                        title,
                        Axis.names("predicted", classes),
                        Axis.names("actual", classes),
                        List.of(new Mark.Cells("share of the row", shares, texts, false)))
                .sized((int) (side * 1.4), side)
                .noted(
                        String.format(
                                "%,d of %,d right (%s %%)",
                                right,
                                all,
                                Quantity.of(all == 0 ? 0 : Math.rint(1000.0 * right / all) / 10)));
    }

    private static void checkRow(String name, long[] row, int classes) {
        if (row.length != classes) {
            throw new IllegalArgumentException(
                    "row '%s' of the confusion matrix has %s for %s; give one for each class"
                            .formatted(
                                    name,
                                    Amount.of(row.length, "count"),
                                    Amount.of(classes, "class")));
        }
        for (var count : row) {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "row '%s' of the confusion matrix counts %d; a count is at least 0"
                                .formatted(name, count));
            }
        }
    }

    private static Numbers shares(long[] row) {
        var sum = Math.max(1, Arrays.stream(row).sum());
        return Numbers.of(Arrays.stream(row).mapToDouble(count -> (double) count / sum).toArray());
    }

    private static List<String> counted(long[] row) {
        var sum = Math.max(1, Arrays.stream(row).sum());
        return Arrays.stream(row)
                .mapToObj(
                        count ->
                                String.format(
                                        "%,d\n%s %%",
                                        count, Quantity.of(Math.rint(1000.0 * count / sum) / 10)))
                .toList();
    }
}
