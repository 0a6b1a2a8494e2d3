package himalia.evaluation.validation;

import himalia.display.grid.IntervalTable;
import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Metrics over folds, a row each. */
record FoldsGrid(CrossValidationScores scores) implements NamedColumns {
    private static final List<String> SUMMARY = List.of("mean", "deviation", "95 % from", "to");
    private static final double USUAL = 0.95;

    @Override
    public String name() {
        return "metrics over folds";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(scores.metrics().size());
    }

    @Override
    public List<String> columnNames() {
        var names = new ArrayList<>(SUMMARY);
        for (int fold = 0; fold < scores.folds().size(); fold++) {
            names.add("fold " + fold);
        }
        return names;
    }

    @Override
    public String rowName(long row) {
        return scores.metrics().get((int) row);
    }

    @Override
    public Object cell(long row, int column) {
        var metric = rowName(row);
        return switch (column) {
            case 0 -> scores.mean(metric);
            case 1 -> scores.deviation(metric);
            case 2 -> scores.interval(metric, USUAL).low();
            case 3 -> scores.interval(metric, USUAL).high();
            default -> scores.values(metric)[column - SUMMARY.size()];
        };
    }

    /** Returns a row a metric, with the mean, its interval and the folds drawn. */
    IntervalTable drawn() {
        var rows = new ArrayList<IntervalTable.Row>();
        for (var metric : scores.metrics()) {
            var interval = scores.interval(metric, USUAL);
            rows.add(
                    new IntervalTable.Row(
                            List.of(
                                    metric,
                                    text(interval.value()),
                                    text(scores.deviation(metric)),
                                    text(interval.low()),
                                    text(interval.high())),
                            interval.value(),
                            interval.low(),
                            interval.high(),
                            false,
                            DoubleStream.of(scores.values(metric)).boxed().toList()));
        }
        var columns = new ArrayList<>(List.of("metric"));
        columns.addAll(SUMMARY);
        return new IntervalTable(columns, rows, Double.NaN, false);
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.4f", value);
    }
}
