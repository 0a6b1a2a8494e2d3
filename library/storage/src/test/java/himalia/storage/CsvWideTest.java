package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.Table;

/** A file of many columns is asked in another way than one of few, and has the same types. */
class CsvWideTest {
    private static final int TIMES = 25;

    private static final List<IntFunction<String>> COLUMNS =
            List.of(
                    row -> "" + row,
                    row -> row == 40 ? "1.5" : "" + row,
                    row -> row == 41 ? "late" : "" + row,
                    row -> row % 3 == 0 ? "NA" : "" + row * 1_000_000_000L,
                    row -> "",
                    row -> row % 2 == 0 ? "true" : "False",
                    row -> "2024-01-%02d".formatted(1 + row % 28),
                    row -> "%02d/%02d/2024".formatted(1 + row % 12, 1 + row % 12),
                    row -> "%02d/02/2024".formatted(1 + row % 28),
                    row -> "0%d".formatted(row),
                    row -> "10:%02d".formatted(row),
                    row -> row == 3 ? "\"a,\nb\"" : "text",
                    row -> row == 59 ? "?" : row + "e3");

    @TempDir private Path folder;

    private Table read(int times, int rows) throws IOException {
        var header =
                IntStream.range(0, COLUMNS.size() * times)
                        .mapToObj(i -> "c" + i)
                        .collect(Collectors.joining(","));
        var lines = new ArrayList<>(List.of(header));
        for (int row = 0; row < rows; row++) {
            int now = row;
            var once = COLUMNS.stream().map(column -> column.apply(now)).toList();
            lines.add(
                    Collections.nCopies(times, once).stream()
                            .flatMap(List::stream)
                            .collect(Collectors.joining(",")));
        }
        return Storage.read(Files.write(folder.resolve(times + "-" + rows + ".csv"), lines));
    }

    @Test
    void itsColumnsAreReadAsThoseOfANarrowOne() throws IOException {
        for (int rows : new int[] {60, 1, 0}) {
            var narrow = read(1, rows);
            var wide = read(TIMES, rows);
            for (int i = 0; i < wide.columnCount(); i++) {
                var like = narrow.column(i % COLUMNS.size());
                assertThat(wide.column(i).type()).as("column %d", i).isEqualTo(like.type());
                assertThat(wide.column(i).asList()).isEqualTo(like.asList());
            }
        }
    }

    @Test
    void daysBeforeChristComeBackAsDays() throws IOException {
        var table =
                Table.create(
                        "t",
                        DateColumn.create("d", LocalDate.of(-43, 3, 15), LocalDate.of(2024, 1, 2)),
                        DateTimeColumn.create(
                                "t",
                                LocalDate.of(-43, 3, 15).atTime(4, 5, 6),
                                LocalDate.of(2024, 1, 2).atStartOfDay()));
        var file = folder.resolve("old.csv");
        Storage.write(table, file);
        var back = Storage.read(file);
        assertThat(back.types()).isEqualTo(table.types());
        assertThat(back.column("d").asList()).isEqualTo(table.column("d").asList());
        assertThat(back.column("t").asList()).isEqualTo(table.column("t").asList());
    }

    @Test
    void aFileOfVeryManyValuesIsReadAsOneOfFew() throws IOException {
        var line = "1,".repeat(499) + "x";
        int rows = CsvTypes.FEW_VALUES / 500 + 1;
        var lines = new ArrayList<String>();
        lines.add(IntStream.range(0, 500).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
        lines.addAll(Collections.nCopies(rows, line));
        var table = Storage.read(Files.write(folder.resolve("many.csv"), lines));
        assertThat(table.rowCount()).isEqualTo(rows);
        assertThat(table.column(0).type()).isEqualTo(ColumnType.INTEGER);
        assertThat(table.column(499).type()).isEqualTo(ColumnType.STRING);
    }

    @Test
    void aPackedFileIsAsLargeAsWhatItHolds() throws IOException {
        var file = folder.resolve("wide.CSV.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[3_000_000]);
        }
        assertThat(Files.size(file)).isLessThan(10_000);
        assertThat(Csv.size(file, Long.MAX_VALUE)).isEqualTo(3_000_000);
        assertThat(Csv.size(file, 1_000_000)).isBetween(1_000_000L, 1_100_000L);
        var plain = Files.write(folder.resolve("plain.csv"), new byte[77]);
        assertThat(Csv.size(plain, 10)).isEqualTo(77);
    }
}
