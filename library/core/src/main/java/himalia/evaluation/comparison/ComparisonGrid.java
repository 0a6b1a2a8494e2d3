package himalia.evaluation.comparison;

import himalia.display.grid.GridOptions;
import himalia.display.grid.IntervalTable;
import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trainers, a row each, the best first. */
record ComparisonGrid(
        ModelComparison comparison,
        List<String> ranking,
        List<String> shown,
        Map<String, Double> probabilities)
        implements NamedColumns {
    private static final double USUAL = 0.95;
    private static final String NONE = "–";

    ComparisonGrid(ModelComparison comparison) {
        this(
                comparison,
                comparison.ranking(),
                ShownNames.of(comparison.ranking(), GridOptions.DEFAULT.cellWidth()),
                comparison.probabilities());
    }

    @Override
    public String name() {
        return "trainers by " + comparison.metric();
    }

    @Override
    public RowCount rows() {
        return RowCount.of(ranking.size());
    }

    @Override
    public List<String> columnNames() {
        return List.of(
                comparison.metric(), "95 % from", "to", "behind the best", "p", "fit seconds");
    }

    @Override
    public String rowName(long row) {
        return shown.get((int) row);
    }

    @Override
    public Object cell(long row, int column) {
        var name = ranking.get((int) row);
        var scores = comparison.scores().get(name);
        if (scores == null) {
            return "";
        }
        var interval = scores.interval(comparison.metric(), USUAL);
        return switch (column) {
            case 0 -> interval.value();
            case 1 -> interval.low();
            case 2 -> interval.high();
            case 3 -> row == 0 ? NONE : text(behind(name));
            case 4 -> row == 0 ? NONE : text(probabilities.getOrDefault(name, 1.0));
            default -> scores.fit().toNanos() / 1e9;
        };
    }

    /** Returns the same with the intervals drawn, beside the best; what is worse by more than chance stands out. */
    IntervalTable drawn() {
        var rows = new ArrayList<IntervalTable.Row>();
        for (int row = 0; row < ranking.size(); row++) {
            var name = ranking.get(row);
            var scores = comparison.scores().get(name);
            if (scores == null) {
                continue;
            }
            var interval = scores.interval(comparison.metric(), USUAL);
            double p = probabilities.getOrDefault(name, 1.0);
            rows.add(
                    new IntervalTable.Row(
                            List.of(
                                    shown.get(row),
                                    text(interval.value()),
                                    row == 0 ? "" : text(behind(name)),
                                    row == 0 ? "" : ModelComparison.chance(p),
                                    String.format(
                                            Locale.ROOT, "%.2f", scores.fit().toNanos() / 1e9)),
                            interval.value(),
                            interval.low(),
                            interval.high(),
                            row > 0 && p < ModelComparison.ALPHA));
        }
        double best = rows.isEmpty() ? Double.NaN : rows.get(0).value();
        return new IntervalTable(
                List.of(
                        "trainer",
                        comparison.metric(),
                        "behind the best",
                        "by chance",
                        "fit seconds"),
                rows,
                best);
    }

    private double behind(String name) {
        return Math.abs(comparison.test(ranking.get(0), name).difference());
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
