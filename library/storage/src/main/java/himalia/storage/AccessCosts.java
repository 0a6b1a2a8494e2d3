package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Measures accesses to a table's own rows, in a store of rows and in one of columns. */
final class AccessCosts {
    /** In nanoseconds: so long each access is warmed up, and so long measured, at most; but three times at least. */
    private static final long ENOUGH = 100_000_000;

    private static final int LEAST = 3;
    private static final int MOST = 200;

    /** Rows that are read or appended together: a clock does not tell the time of one. */
    private static final int SOME = 200;

    private final Table table;
    private final Map<String, @Nullable Object> row;
    private final String column;

    private AccessCosts(Table table) {
        this.table = table;
        this.row = Tables.maps(table.first(1)).get(0);
        this.column =
                table.columns().stream()
                        .filter(NumericColumn.class::isInstance)
                        .findFirst()
                        .orElse(table.column(0))
                        .name();
    }

    /** An access. */
    private interface Access {
        void run(int time) throws IOException;
    }

    static List<AccessCost> of(Table table) throws IOException {
        var folder = Files.createTempDirectory("himalia-layout-");
        try {
            return new AccessCosts(table).measured(folder.resolve("rows.avro"));
        } finally {
            Files.deleteIfExists(folder.resolve("rows.avro"));
            Files.delete(folder);
        }
    }

    private List<AccessCost> measured(Path file) throws IOException {
        try (var rows = RowStore.filled(file, table);
                var columns = ColumnStore.of(table)) {
            int size = table.rowCount();
            return List.of(
                    new AccessCost(
                            "scan the column '%s'".formatted(column),
                            median(time -> rows.scan(column)),
                            median(time -> columns.scan(column))),
                    new AccessCost(
                            "read a row",
                            median(time -> readSome(time, size, rows::row)) / SOME,
                            median(time -> readSome(time, size, columns::row)) / SOME),
                    // Last, since it makes the stores larger.
                    new AccessCost(
                            "append a row",
                            median(time -> appendSome(rows)) / SOME,
                            median(time -> columns.append(row))));
        }
    }

    /** Reads a row by its number. */
    private interface Row {
        Object read(int number) throws IOException;
    }

    private static void readSome(int time, int rows, Row row) throws IOException {
        for (int i = 0; i < SOME; i++) {
            row.read(place(time * SOME + i, rows));
        }
    }

    private void appendSome(RowStore rows) throws IOException {
        for (int i = 0; i < SOME; i++) {
            rows.append(row);
        }
    }

    /** Here and there, so that no cache has it from the time before. */
    private static int place(int time, int rows) {
        return (int) (time * 2_654_435_761L % rows);
    }

    /** In microseconds. The first times warm up, and are not counted: the compiler is busy with them. */
    private static double median(Access access) throws IOException {
        times(access);
        var times = times(access);
        Collections.sort(times);
        return times.get(times.size() / 2) / 1e3;
    }

    private static List<Long> times(Access access) throws IOException {
        var times = new ArrayList<Long>();
        long begin = System.nanoTime();
        for (int time = 0;
                time < LEAST || time < MOST && System.nanoTime() - begin < ENOUGH;
                time++) {
            long before = System.nanoTime();
            access.run(time);
            times.add(System.nanoTime() - before);
        }
        return times;
    }
}
