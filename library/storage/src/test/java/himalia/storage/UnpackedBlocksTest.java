package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class UnpackedBlocksTest {
    /** Longer than a block, so that each row is one. */
    private static final int LETTERS = 70_000;

    /** More than stay in memory. */
    private static final int ROWS = 300;

    @TempDir private Path folder;

    private static Map<String, String> row(int number) {
        return Map.of("text", String.valueOf((char) ('a' + number % 26)).repeat(LETTERS));
    }

    @Test
    void blocksThatWereAskedLatelyAreNotReadAgainAndOthersAre() throws IOException {
        var file = folder.resolve("rows.avro");
        try (var store = RowStore.create(file, Table.create("t", StringColumn.create("text")))) {
            for (int row = 0; row < ROWS; row++) {
                store.append(row(row));
            }
            store.flush();
            for (int row = 0; row < ROWS; row++) {
                assertThat(store.row(row)).isEqualTo(row(row));
            }

            try (var other = new RandomAccessFile(file.toFile(), "rw")) {
                other.write(new byte[(int) other.length()]);
            }

            assertThat(store.row(ROWS - 1)).isEqualTo(row(ROWS - 1));
            assertThat(store.row(ROWS - 100)).isEqualTo(row(ROWS - 100));
            assertThatThrownBy(() -> store.row(1)).isInstanceOf(IOException.class);
        }
    }
}
