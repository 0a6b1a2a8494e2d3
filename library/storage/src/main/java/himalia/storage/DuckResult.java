package himalia.storage;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.arrow.memory.RootAllocator;
import org.duckdb.DuckDBResultSet;
import tech.tablesaw.api.Table;

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

    /** Reads a result whose columns have such names; nothing is read where a type is read by cells. */
    static Optional<Table> read(ResultSet result, List<String> names) throws SQLException {
        if (!result.isWrapperFor(DuckDBResultSet.class)) {
            return Optional.empty();
        }
        var about = result.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            if (!PLAIN.contains(about.getColumnTypeName(i))) {
                return Optional.empty();
            }
        }
        try (var allocator = new RootAllocator();
                var watched =
                        new WatchedReader(Duck.vectors(result, allocator), allocator, rows -> 0)) {
            var columns = TableBuilder.columns(watched);
            for (int i = 0; i < columns.length; i++) {
                columns[i].setName(names.get(i));
            }
            return Optional.of(Table.create("result", columns));
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("the query was interrupted");
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }
}
