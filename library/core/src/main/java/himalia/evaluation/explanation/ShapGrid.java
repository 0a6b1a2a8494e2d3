package himalia.evaluation.explanation;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;
import java.util.Map;

/** What each column adds on the mean, a row each, the most first. */
record ShapGrid(List<Map.Entry<String, Double>> importances) implements NamedColumns {
    ShapGrid(ShapValues shap) {
        this(List.copyOf(shap.importances().entrySet()));
    }

    @Override
    public String name() {
        return "SHAP values";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(importances.size());
    }

    @Override
    public List<String> columnNames() {
        return List.of("mean |SHAP value|");
    }

    @Override
    public String rowName(long row) {
        return importances.get((int) row).getKey();
    }

    @Override
    public Object cell(long row, int column) {
        return importances.get((int) row).getValue();
    }
}
