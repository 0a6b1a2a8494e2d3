package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** A result of many batches is one table, more of them than are held at once, and whatever comes in the last. */
class ManyBatchesTest {
    /** With three columns, more cells than are held at once. */
    private static final int ROWS = 1_500_000;

    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

    private static final String MOMENTS =
            "SELECT CASE WHEN i %% 11 = 0 THEN NULL ELSE i END AS i,"
                    + " CASE WHEN i %% 7 = 0 THEN NULL ELSE 't' || i %% 50 END AS s,"
                    + " TIMESTAMP '0001-01-01' + INTERVAL (i * 13) HOUR%s AS t FROM range(%d) r(i)";

    private static Table table(String last) {
        try (var sql = Sql.open()) {
            return sql.query(MOMENTS.formatted(last, ROWS));
        }
    }

    @Test
    void allRowsAreThereInTheirOrder() {
        var table = table("");
        assertThat(table.rowCount()).isEqualTo(ROWS);
        var numbers = table.longColumn("i");
        var texts = table.stringColumn("s");
        var moments = table.dateTimeColumn("t");
        for (int row = 0; row < ROWS; row++) {
            boolean isRight =
                    (row % 11 == 0 ? numbers.isMissing(row) : numbers.getLong(row) == row)
                            && (row % 7 == 0 ? "" : "t" + row % 50).equals(texts.get(row))
                            && FIRST.plusHours(13L * row).equals(moments.get(row));
            assertThat(isRight).as("row %d", row).isTrue();
        }
    }

    @Test
    void longTextsAreNotHeldByTheGigabyte() {
        try (var memory = new RootAllocator();
                var texts = new VarCharVector("t", memory);
                var root = VectorSchemaRoot.of(texts);
                var held = new HeldBatches(root)) {
            int batches = 0;
            while (!held.isFull()) {
                texts.setSafe(0, new byte[16 << 20]);
                root.setRowCount(1);
                held.add();
                assertThat(++batches).isLessThanOrEqualTo(4);
            }
            assertThat(batches).isEqualTo(4);
            held.clear();
            assertThat(held.isFull()).isFalse();
        }
    }

    @Test
    void aLastMomentThatTablesawCannotHoldMakesTextsOfAll() {
        var table =
                table(
                        " + INTERVAL (CASE WHEN i = %d THEN 7 ELSE 0 END) MICROSECOND"
                                .formatted(ROWS - 1));
        var texts = table.stringColumn("t");
        assertThat(table.rowCount()).isEqualTo(ROWS);
        assertThat(texts.get(0)).isEqualTo("0001-01-01T00:00:00.000000");
        assertThat(texts.get(1)).isEqualTo("0001-01-01T13:00:00.000000");
        assertThat(texts.get(ROWS - 1))
                .isEqualTo(FIRST.plusHours(13L * (ROWS - 1)).plusNanos(7_000).toString());
    }
}
