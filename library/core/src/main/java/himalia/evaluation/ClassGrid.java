package himalia.evaluation;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** A report's metrics, one row a class. */
record ClassGrid(Report report) implements NamedColumns {
    private static final List<String> COLUMNS = List.of("precision", "recall", "f1", "rows");

    @Override
    public String name() {
        return "precision and recall of each class";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(report.classes().size());
    }

    @Override
    public List<String> columnNames() {
        return COLUMNS;
    }

    @Override
    public String rowName(long row) {
        return report.classes().get((int) row);
    }

    @Override
    public Object cell(long row, int column) {
        var name = rowName(row);
        return switch (column) {
            case 0 -> report.precision(name);
            case 1 -> report.recall(name);
            case 2 -> report.f1(name);
            default -> Math.round(report.confusion().rows(name));
        };
    }
}
