package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What the types of many columns cost, beside the texts that every reader has to go through. */
class CsvSpeedTest {
    private static final int COLUMNS = 200;

    private static final int ROWS = 2_000;

    @TempDir private Path folder;

    private Path file(int rows) throws Exception {
        var values = List.of("17", "-0.25", "red", "2024-05-17", "true", "NA");
        var names =
                IntStream.range(0, COLUMNS).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
        var row =
                IntStream.range(0, COLUMNS)
                        .mapToObj(i -> values.get(i % values.size()))
                        .collect(Collectors.joining(","));
        var file = folder.resolve("wide" + rows + ".csv");
        return Files.writeString(file, names + "\n" + (row + "\n").repeat(rows));
    }

    @Test
    void theTypesOfManyColumnsCostNotMuchMoreThanTheirTexts() throws Exception {
        Storage.read(file(10));
        texts(file(10));
        var file = file(ROWS);
        long before = System.nanoTime();
        assertThat(texts(file)).isEqualTo(COLUMNS * ROWS);
        long texts = System.nanoTime() - before;
        before = System.nanoTime();
        assertThat(Storage.read(file).column("n0").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(System.nanoTime() - before).isLessThan(12 * texts);
    }

    /** One question about all columns costs the square of their number. */
    @Test
    void fourTimesAsManyColumnsCostAFewTimesAsMuch() throws Exception {
        nanos(750);
        long few = nanos(750);
        long many = nanos(3_000);
        // Tablesaw looks at all names for each column that it adds.
        assertThat(many).isLessThan(8 * few + 4 * made(3_000));
    }

    private static long made(int columns) {
        var all =
                IntStream.range(0, columns)
                        .<Column<?>>mapToObj(i -> IntColumn.create("n" + i))
                        .toList();
        long before = System.nanoTime();
        assertThat(Table.create("t", all).columnCount()).isEqualTo(columns);
        return System.nanoTime() - before;
    }

    private long nanos(int columns) throws Exception {
        var names = IntStream.range(0, columns).mapToObj(i -> "n" + i);
        var numbers = IntStream.range(0, columns).mapToObj(i -> i % 3 == 0 ? "9.5" : "17");
        var file = folder.resolve(columns + ".csv");
        var row = numbers.collect(Collectors.joining(",")) + "\n";
        Files.writeString(file, names.collect(Collectors.joining(",")) + "\n" + row.repeat(100));
        long before = System.nanoTime();
        var table = Storage.read(file);
        long nanos = System.nanoTime() - before;
        for (int i = 0; i < columns; i++) {
            var type = i % 3 == 0 ? ColumnType.DOUBLE : ColumnType.INTEGER;
            assertThat(table.column(i).type()).isEqualTo(type);
        }
        return nanos;
    }

    private static int texts(Path file) throws Exception {
        int texts = 0;
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "FROM read_csv('%s', all_varchar = true)".formatted(file))) {
            while (rows.next()) {
                for (int column = 1; column <= COLUMNS; column++) {
                    texts += rows.getString(column) == null ? 0 : 1;
                }
            }
        }
        return texts;
    }
}
