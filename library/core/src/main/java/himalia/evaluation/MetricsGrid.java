package himalia.evaluation;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import java.util.List;
import java.util.Map;

/** Metrics, one a row. */
record MetricsGrid(List<Map.Entry<String, Double>> metrics) implements GridSource {
    static MetricsGrid of(Evaluation evaluation) {
        return new MetricsGrid(List.copyOf(evaluation.metrics().entrySet()));
    }

    @Override
    public String name() {
        return "how far the predictions are off";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(metrics.size());
    }

    @Override
    public int columns() {
        return 1;
    }

    @Override
    public String columnName(int column) {
        return "value";
    }

    @Override
    public String typeName(int column) {
        return "";
    }

    @Override
    public String rowName(long row) {
        return metrics.get((int) row).getKey().replace('_', ' ');
    }

    @Override
    public boolean tellsSize() {
        return false;
    }

    @Override
    public Object cell(long row, int column) {
        return metrics.get((int) row).getValue();
    }
}
