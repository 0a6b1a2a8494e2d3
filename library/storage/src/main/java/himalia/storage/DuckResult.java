package himalia.storage;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.arrow.memory.RootAllocator;
import org.duckdb.DuckDBResultSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/** The result of a query of DuckDB's as a table, by vectors instead of by cells, where both say the same. */
final class DuckResult {
    private static final Set<String> PLAIN =
            Set.of(
                    "INTEGER",
                    "BIGINT",
                    "DOUBLE",
                    "VARCHAR",
                    "BOOLEAN",
                    "DATE",
                    "TIMESTAMP",
                    ResultReader.NANOS);

    private DuckResult() {}

    /**
     * Reads the columns of a result that are read; nothing where a type is read by cells.
     *
     * @param likely how many rows a large result may have
     */
    static @Nullable Column<?> @Nullable [] read(
            ResultSet result, NumberedResult numbered, int likely) throws SQLException {
        if (!result.isWrapperFor(DuckDBResultSet.class)) {
            return null;
        }
        var about = result.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            if (numbered.isRead(i - 1)
                    && !numbered.hasRows(i - 1)
                    && !PLAIN.contains(about.getColumnTypeName(i))) {
                return null;
            }
        }
        try (var allocator = new RootAllocator();
                var watched =
                        new WatchedReader(Duck.vectors(result, allocator), allocator, rows -> 0)) {
            return TableBuilder.columns(watched, numbered, likely);
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("the query was interrupted");
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
