package himalia.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import tech.tablesaw.api.Table;

/**
 * Numbers that the values of a table's columns make, one of 128 bits for each, and that another table's have by no chance that
 * matters. They are made of the columns that somebody asks for.
 */
final class TableTag {
    private static final int BLOCK = 1_024;

    /** In rows: what one thread takes at once. */
    private static final int PART = 1 << 17;

    /** In rows: a thread takes longer. */
    private static final int FEW = 5_000;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private static final long OTHER = 0xC2B2AE3D27D4EB4FL;

    private final int rows;
    private final List<String> columns;

    /** Two numbers for each column that they were made of, by its place. */
    private final Map<Integer, long[]> tags = new HashMap<>();

    private TableTag(Table table) {
        rows = table.rowCount();
        columns =
                table.columns().stream()
                        .map(column -> column.name() + "\n" + column.type().name())
                        .toList();
    }

    /** Begins one; nothing for a table with columns whose values would have to be made for it. */
    static Optional<TableTag> begun(Table table) {
        return table.columns().stream().allMatch(column -> CellBits.of(column).isPresent())
                ? Optional.of(new TableTag(table))
                : Optional.empty();
    }

    /** Returns one of all columns. */
    static Optional<TableTag> of(Table table) throws IOException {
        var tag = begun(table);
        if (tag.isPresent()) {
            tag.get().make(table, column -> true);
        }
        return tag;
    }

    /** Makes the numbers of some columns of its table; returns whether some of them were not made before. */
    boolean make(Table table, Predicate<String> wanted) throws IOException {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < columns.size(); i++) {
            if (!tags.containsKey(i) && wanted.test(table.column(i).name())) {
                parts.addAll(Part.all(i, CellBits.of(table.column(i)).orElseThrow(), rows));
                tags.put(i, new long[] {rows, PRIME});
            }
        }
        // What one thread must read as a whole takes longest, and comes first.
        parts.sort(Comparator.comparing(part -> !part.values().isForOneThread()));
        var made = new long[parts.size()][];
        if (rows < FEW) {
            Arrays.setAll(made, i -> of(parts.get(i)));
        } else {
            Workers.run(made.length, i -> made[i] = of(parts.get(i)));
        }
        for (int i = 0; i < made.length; i++) {
            var tag = Objects.requireNonNull(tags.get(parts.get(i).column()));
            tag[0] = mixed(tag[0], made[i][0]);
            tag[1] = mixed(tag[1], made[i][1]);
        }
        return made.length > 0;
    }

    /** Returns whether the numbers of all columns are made. */
    boolean isWhole() {
        return tags.size() == columns.size();
    }

    /** Returns whether a table has these values, as far as they are known here; of the other, all are. */
    boolean fits(TableTag whole) {
        return rows == whole.rows
                && columns.equals(whole.columns)
                && tags.entrySet().stream()
                        .allMatch(
                                tag -> Arrays.equals(tag.getValue(), whole.tags.get(tag.getKey())));
    }

    /** Returns a name for a table of these values; all numbers are made. */
    String name() {
        long first = rows;
        long second = PRIME;
        for (int i = 0; i < columns.size(); i++) {
            var tag = Objects.requireNonNull(tags.get(i));
            long said = text(columns.get(i));
            first = mixed(mixed(first, said), tag[0]);
            second = mixed(mixed(second, said), tag[1]);
        }
        return "%016x%016x".formatted(first, second);
    }

    static long text(String text) {
        long tag = text.length() + 1L;
        for (int i = 0; i < text.length(); i++) {
            tag = mixed(tag, text.charAt(i));
        }
        return tag == 0 ? 1 : tag;
    }

    /** Rows of one column that one thread reads. */
    private record Part(int column, CellBits values, int from, int to) {
        static List<Part> all(int column, CellBits values, int rows) {
            if (values.isForOneThread()) {
                return List.of(new Part(column, values, 0, rows));
            }
            var parts = new ArrayList<Part>();
            for (int from = 0; from < rows; from += PART) {
                parts.add(new Part(column, values, from, Math.min(rows, from + PART)));
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
