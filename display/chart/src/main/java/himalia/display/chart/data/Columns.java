package himalia.display.chart.data;

import java.util.List;
import java.util.ServiceLoader;

/** A table as charts see it: columns by their names, each read when it is asked for. */
public interface Columns {
    /** Returns the names in their order. */
    List<String> names();

    /** Returns how many rows there are. */
    int size();

    /**
     * Reads a column.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest and those there are
     */
    DataColumn column(String name);

    /**
     * Returns the columns of a table, or of a list of records or maps.
     *
     * @throws IllegalArgumentException if the rows have no named parts
     */
    static Columns of(Iterable<?> rows) {
        if (rows == null) {
            throw new IllegalArgumentException(
                    "the table is null; run the cell that makes it first");
        }
        for (var source : ServiceLoader.load(ColumnSource.class, Columns.class.getClassLoader())) {
            var read = source.columns(rows);
            if (read.isPresent()) {
                return new ReadOnce(read.get());
            }
        }
        return new ReadOnce(ListColumns.of(rows));
    }
}
