package himalia.storage;

import java.io.IOException;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** A number that all values of a table make, and that another table has by no chance that matters. */
final class TableTag {
    private static final int BLOCK = 4_096;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private static final long OTHER = 0xC2B2AE3D27D4EB4FL;

    private TableTag() {}

    /** Returns it; nothing for a table with columns whose values would have to be made for it. */
    static Optional<String> of(Table table) throws IOException {
        var values = new CellBits[table.columnCount()];
        for (int i = 0; i < values.length; i++) {
            var each = CellBits.of(table.column(i));
            if (each.isEmpty()) {
                return Optional.empty();
            }
            values[i] = each.get();
        }
        var tags = new long[values.length][2];
        Workers.run(values.length, i -> tags[i] = of(values[i], table.rowCount()));
        long first = table.rowCount();
        long second = PRIME;
        for (int i = 0; i < values.length; i++) {
            var column = table.column(i);
            long said = text(column.name() + "\n" + column.type().name());
            first = mixed(mixed(first, said), tags[i][0]);
            second = mixed(mixed(second, tags[i][1]), said);
        }
        return Optional.of("%016x%016x".formatted(first, second));
    }

    static long text(String text) {
        long tag = text.length() + 1L;
        for (int i = 0; i < text.length(); i++) {
            tag = mixed(tag, text.charAt(i));
        }
        return tag == 0 ? 1 : tag;
    }

    /** Each value is mixed before it counts: two changes of one bit would undo each other. */
    private static long[] of(CellBits values, int rows) {
        var block = new long[BLOCK];
        long first = PRIME;
        long second = OTHER;
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            values.read(from, block, count);
            for (int i = 0; i < count; i++) {
                long value = block[i] * PRIME;
                value ^= value >>> 32;
                first = (first + value) * OTHER;
                second = (second ^ value) * PRIME;
            }
            first ^= first >>> 29;
            second ^= second >>> 31;
        }
        return new long[] {first, second};
    }

    private static long mixed(long tag, long value) {
        long mixed = (tag ^ value) * PRIME;
        return mixed ^ mixed >>> 32;
    }
}
