package himalia.evaluation.comparison;

import himalia.display.grid.GridOptions;
import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;
import java.util.Map;

/** Trainers, a row each, the best first. */
record ComparisonGrid(
        ModelComparison comparison,
        List<String> ranking,
        List<String> shown,
        Map<String, Double> probabilities)
        implements NamedColumns {
    private static final double USUAL = 0.95;

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
            case 3 -> row == 0 ? 0.0 : Math.abs(comparison.test(ranking.get(0), name).difference());
            case 4 -> row == 0 ? 1.0 : probabilities.getOrDefault(name, 1.0);
            default -> scores.fit().toNanos() / 1e9;
        };
    }
}
