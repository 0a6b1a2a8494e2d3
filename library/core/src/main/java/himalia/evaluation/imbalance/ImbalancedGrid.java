package himalia.evaluation.imbalance;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** A report's metrics, one row a class, and their means. */
record ImbalancedGrid(ImbalancedReport report) implements NamedColumns {
    @Override
    public String name() {
        return "rare and common classes: iba is the index balanced accuracy";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(report.names().size());
    }

    @Override
    public List<String> columnNames() {
        return ImbalancedReport.COLUMNS;
    }

    @Override
    public String rowName(long row) {
        return report.names().get((int) row);
    }

    @Override
    public Object cell(long row, int column) {
        double value = report.value((int) row, column);
        boolean isCount = column == ImbalancedReport.COLUMNS.size() - 1;
        return isCount && value == Math.rint(value) ? (Object) Math.round(value) : (Object) value;
    }
}
