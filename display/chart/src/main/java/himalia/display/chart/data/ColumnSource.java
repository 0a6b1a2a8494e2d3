package himalia.display.chart.data;

import java.util.Optional;

/** Reads a library's own tables for charts. Found through {@link java.util.ServiceLoader}. */
public interface ColumnSource {
    /** Returns the columns of a table; nothing where the rows are of another kind. */
    Optional<Columns> columns(Iterable<?> rows);
}
