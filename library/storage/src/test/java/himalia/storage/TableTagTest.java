package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Each change of a value makes another tag, wherever it stands, and what is changed back makes the first one again. */
class TableTagTest {
    private static final int ROWS = 300_003;

    /** Where bytes, blocks and the parts of threads begin and end. */
    private static final int[] PLACES = {
        0, 1, 7, 8, 63, 64, 1_023, 1_024, 2_048, 131_071, 131_072, 262_144, ROWS - 4, ROWS - 1
    };

    private final IntColumn whole = IntColumn.create("i", ROWS);
    private final DoubleColumn real = DoubleColumn.create("d", ROWS);
    private final StringColumn text = StringColumn.create("s", ROWS);
    private final BooleanColumn truth = BooleanColumn.create("b", ROWS);
    private final Table table = Table.create("t", whole, real, text, truth);

    private String tag() throws IOException {
        return tag(table).orElseThrow();
    }

    private void fill(int row) {
        whole.set(row, row % 1_000);
        real.set(row, row % 7 + 0.5);
        text.set(row, "t" + row % 100);
        truth.set(row, row % 3 == 0);
    }

    @Test
    void everyPlaceCounts() throws IOException {
        for (int row = 0; row < ROWS; row++) {
            fill(row);
        }
        var first = tag();
        var all = new HashSet<String>();
        all.add(first);
        int changes = 0;
        for (int place : PLACES) {
            for (IntConsumer change :
                    new IntConsumer[] {
                        row -> whole.set(row, -1),
                        row -> real.set(row, -real.getDouble(row)),
                        row -> text.set(row, "other"),
                        row -> truth.set(row, row % 3 != 0),
                        row -> truth.setMissing(row),
                        row -> whole.setMissing(row)
                    }) {
                change.accept(place);
                all.add(tag());
                changes++;
                fill(place);
            }
        }
        assertThat(all).hasSize(changes + 1);
        assertThat(tag()).isEqualTo(first);
    }

    /** Two changes of one bit, or of one place of two blocks, do not undo each other. */
    @Test
    void twoChangesCount() throws IOException {
        for (int row = 0; row < ROWS; row++) {
            fill(row);
        }
        var first = tag();
        for (int apart : new int[] {1, 8, 1_024, 2_048, 131_072}) {
            real.set(5, -real.getDouble(5));
            real.set(5 + apart, -real.getDouble(5 + apart));
            assertThat(tag()).as("signs %d apart", apart).isNotEqualTo(first);
            fill(5);
            fill(5 + apart);
            whole.set(5, 2_000);
            whole.set(5 + apart, 3_000);
            var one = tag();
            whole.set(5, 3_000);
            whole.set(5 + apart, 2_000);
            assertThat(tag()).as("values %d apart", apart).isNotEqualTo(one);
            fill(5);
            fill(5 + apart);
        }
        assertThat(tag()).isEqualTo(first);
    }

    private static Optional<String> tag(Table table) throws IOException {
        return TableTag.of(table).map(TableTag::name);
    }
}
