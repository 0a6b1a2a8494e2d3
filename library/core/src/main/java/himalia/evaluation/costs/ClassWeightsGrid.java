package himalia.evaluation.costs;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** A weight for each class. */
record ClassWeightsGrid(ClassWeights weights) implements NamedColumns {
    @Override
    public String name() {
        return "what a row of each class counts";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(weights.classes().size());
    }

    @Override
    public List<String> columnNames() {
        return List.of("weight");
    }

    @Override
    public String rowName(long row) {
        return weights.classes().get((int) row);
    }

    @Override
    public Object cell(long row, int column) {
        return weights.of(rowName(row));
    }
}
