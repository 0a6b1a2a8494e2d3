package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
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

    /** Batches of 100,000 numbers each, and what happens in place of one. */
    private static final class Numbers extends ArrowReader {
        private final int last;
        private final Callable<Boolean> then;
        private int batch;

        Numbers(RootAllocator memory, int last, Callable<Boolean> then) {
            super(memory);
            this.last = last;
            this.then = then;
        }

        @Override
        public boolean loadNextBatch() throws IOException {
            prepareLoadNextBatch();
            if (batch == last) {
                try {
                    return then.call();
                } catch (IOException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            var numbers = (IntVector) getVectorSchemaRoot().getVector(0);
            numbers.allocateNew(100_000);
            for (int row = 0; row < 100_000; row++) {
                numbers.set(row, batch * 100_000 + row);
            }
            getVectorSchemaRoot().setRowCount(100_000);
            batch++;
            return true;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        protected void closeReadSource() {}

        @Override
        protected Schema readSchema() {
            return new Schema(List.of(Field.nullable("n", new ArrowType.Int(32, true))));
        }
    }

    @Test
    void rowsThatAreHandedOverWhileMoreAreReadAreAllThere() throws IOException {
        for (int batches : new int[] {0, 1, 5, 6, 10, 27}) {
            try (var memory = new RootAllocator();
                    var reader = new Numbers(memory, batches, () -> false)) {
                var column = (IntColumn) TableBuilder.columns(reader)[0];
                assertThat(column.size()).isEqualTo(batches * 100_000);
                for (int row = 0; row < column.size(); row++) {
                    assertThat(column.getInt(row) == row).as("row %d", row).isTrue();
                }
            }
        }
    }

    @Test
    void whatFailsLateIsToldAndLeavesNoMemoryTaken() {
        for (int batches : new int[] {0, 1, 5, 6, 10, 27}) {
            assertThatThrownBy(
                            () -> {
                                // The allocator refuses to be closed while something is taken.
                                try (var memory = new RootAllocator();
                                        var reader =
                                                new Numbers(
                                                        memory,
                                                        batches,
                                                        () -> {
                                                            throw new EOFException("cut off");
                                                        })) {
                                    TableBuilder.columns(reader);
                                }
                            })
                    .isExactlyInstanceOf(EOFException.class)
                    .hasMessage("cut off")
                    .hasNoSuppressedExceptions();
        }
    }

    @Test
    void whoIsInterruptedReadsNoMore() {
        var asked = new AtomicInteger();
        var caller = Thread.currentThread();
        assertThatThrownBy(
                        () -> {
                            try (var memory = new RootAllocator();
                                    var reader =
                                            new WatchedReader(
                                                    new Numbers(memory, 12, () -> true),
                                                    memory,
                                                    rows -> 0)) {
                                reader.look(
                                        batch -> {
                                            if (asked.incrementAndGet() == 7) {
                                                caller.interrupt();
                                            }
                                        });
                                TableBuilder.columns(reader);
                            }
                        })
                .isInstanceOf(ClosedByInterruptException.class)
                .hasNoSuppressedExceptions();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked.get()).isBetween(7, 11);
    }
}
