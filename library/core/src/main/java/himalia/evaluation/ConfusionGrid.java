package himalia.evaluation;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;

/** Who was taken for whom: a row for each true class, a column for each predicted one. */
record ConfusionGrid(Confusion confusion) implements GridSource {
    @Override
    public String name() {
        return "true classes in rows, predicted ones in columns";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(confusion.classes().size());
    }

    @Override
    public int columns() {
        return confusion.classes().size();
    }

    @Override
    public String columnName(int column) {
        return "as " + confusion.classes().get(column);
    }

    @Override
    public String typeName(int column) {
        return "";
    }

    @Override
    public String rowName(long row) {
        return "is " + confusion.classes().get((int) row);
    }

    @Override
    public boolean tellsSize() {
        return false;
    }

    @Override
    public Object cell(long row, int column) {
        var classes = confusion.classes();
        return Math.round(confusion.count(classes.get((int) row), classes.get(column)));
    }
}
