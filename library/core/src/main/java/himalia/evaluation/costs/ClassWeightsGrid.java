package himalia.evaluation.costs;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;

/** A weight for each class. */
record ClassWeightsGrid(ClassWeights weights) implements GridSource {
    @Override
    public String name() {
        return "what a row of each class counts";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(weights.classes().size());
    }

    @Override
    public int columns() {
        return 1;
    }

    @Override
    public String columnName(int column) {
        return "weight";
    }

    @Override
    public String typeName(int column) {
        return "";
    }

    @Override
    public String rowName(long row) {
        return weights.classes().get((int) row);
    }

    @Override
    public boolean tellsSize() {
        return false;
    }

    @Override
    public Object cell(long row, int column) {
        return weights.of(rowName(row));
    }
}
