package himalia.evaluation;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** Who was taken for whom: a row for each true class, a column for each predicted one. */
record ConfusionGrid(Confusion confusion) implements NamedColumns {
    @Override
    public String name() {
        return "true classes in rows, predicted ones in columns";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(confusion.classes().size());
    }

    @Override
    public List<String> columnNames() {
        return confusion.classes().stream().map(name -> "as " + name).toList();
    }

    @Override
    public String rowName(long row) {
        return "is " + confusion.classes().get((int) row);
    }

    @Override
    public Object cell(long row, int column) {
        var classes = confusion.classes();
        return Math.round(confusion.count(classes.get((int) row), classes.get(column)));
    }
}
