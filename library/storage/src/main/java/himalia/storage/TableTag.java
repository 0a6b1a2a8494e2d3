package himalia.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** A number that all values of a table make, and that another table has by no chance that matters. */
final class TableTag {
    private static final int BLOCK = 1_024;

    /** In rows: what one thread takes at once. */
    private static final int PART = 1 << 17;

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
        int rows = table.rowCount();
        var parts = Part.all(values, rows);
        var tags = new long[parts.size()][];
        Workers.run(tags.length, i -> tags[i] = of(parts.get(i)));
        long first = rows;
        long second = PRIME;
        for (var column : table.columns()) {
            long said = text(column.name() + "\n" + column.type().name());
            first = mixed(first, said);
            second = mixed(second, said);
        }
        for (var tag : tags) {
            first = mixed(first, tag[0]);
            second = mixed(second, tag[1]);
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

    /** Rows of one column that one thread reads. */
    private record Part(CellBits values, int from, int to) {
        /** What one thread must read as a whole takes longest, and comes first. */
        static List<Part> all(CellBits[] values, int rows) {
            var parts = new ArrayList<Part>();
            for (var each : values) {
                if (each.isForOneThread()) {
                    parts.add(new Part(each, 0, rows));
                }
            }
            for (var each : values) {
                for (int from = 0; from < rows && !each.isForOneThread(); from += PART) {
                    parts.add(new Part(each, from, Math.min(rows, from + PART)));
                }
            }
            return parts;
        }
    }

    /**
     * Each value is mixed before it counts: two changes of one bit would undo each other. Each place of a block has numbers of
     * its own, so that a processor mixes several at once.
     */
    private static long[] of(Part part) {
        var block = new long[BLOCK];
        var sums = new long[BLOCK];
        var others = new long[BLOCK];
        for (int from = part.from(); from < part.to(); from += BLOCK) {
            int count = Math.min(BLOCK, part.to() - from);
            part.values().read(from, block, count);
            // How many rows there are is in the tag, so that zeros at the end are no values.
            Arrays.fill(block, count, BLOCK, 0);
            mix(block, sums, others);
        }
        if (part.values().isForOneThread()) {
            // It was read as a whole; a table may have many such columns.
            part.values().end();
        }
        long first = PRIME;
        long second = OTHER;
        for (int i = 0; i < BLOCK; i++) {
            first = mixed(first, sums[i]);
            second = mixed(second, others[i]);
        }
        return new long[] {first, second};
    }

    /** Two loops without variables of their own: such that a debugger could look at keep a processor from mixing several. */
    private static void mix(long[] block, long[] sums, long[] others) {
        for (int i = 0; i < BLOCK; i++) {
            sums[i] = (sums[i] + spread(block[i])) * OTHER;
        }
        for (int i = 0; i < BLOCK; i++) {
            others[i] = (others[i] ^ spread(block[i])) * PRIME;
        }
    }

    private static long spread(long value) {
        return value * PRIME ^ value * PRIME >>> 32;
    }

    private static long mixed(long tag, long value) {
        long mixed = (tag ^ value) * PRIME;
        return mixed ^ mixed >>> 32;
    }
}
