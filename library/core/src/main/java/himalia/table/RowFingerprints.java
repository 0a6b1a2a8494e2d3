package himalia.table;

import static himalia.display.bundle.Given.given;

import it.unimi.dsi.fastutil.HashCommon;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Which rows something has seen: a 64-bit hash of each, found again in any copy of the table, in any order of its rows
 * and columns.
 *
 * <pre>{@code
 * var seen = RowFingerprints.of(train);
 * seen.countIn(test)    // how many rows of test are among those of train
 * }</pre>
 *
 * <p>Numbers are equal whatever column holds them, and a float is the number that a CSV file has of it. Eight bytes a row. That a row which was not seen looks as if it had been happens once in 10<sup>13</sup> for a
 * million rows seen.
 */
public final class RowFingerprints {
    /** Those of rows of which nobody knows; they cannot be asked. */
    public static final RowFingerprints UNKNOWN =
            new RowFingerprints(List.of(), 0, () -> new long[0]);

    private static final int CHUNK = 2_048;

    private static final long MISSING = 0x6d69_7373_696e_67L;

    private final List<String> columns;
    private final int rows;
    private Supplier<long[]> joined;
    private long[] hashes = {};
    private boolean isInOrder;

    private RowFingerprints(List<String> columns, int rows, Supplier<long[]> joined) {
        this.columns = columns;
        this.rows = rows;
        this.joined = joined;
    }

    /** Takes the fingerprints of a table's rows, by all of its columns. */
    public static RowFingerprints of(Table table) {
        given(table, "table");
        var columns = table.columnNames().stream().sorted().toList();
        var hashes = hashes(table, columns);
        return new RowFingerprints(columns, table.rowCount(), () -> hashes);
    }

    /**
     * Puts fingerprints together again.
     *
     * @param columns the columns that they are made from
     * @param rows how many rows were seen, equal ones counted each
     * @param hashes the rows' hashes, in any order
     */
    public static RowFingerprints of(List<String> columns, int rows, long[] hashes) {
        given(columns, "columns");
        var own = given(hashes, "hashes").clone();
        return new RowFingerprints(List.copyOf(columns), rows, () -> own);
    }

    /**
     * The same of hashes that are put together when somebody first asks for them.
     *
     * @param hashes gives an array that nobody else writes to
     */
    public static RowFingerprints of(List<String> columns, int rows, Supplier<long[]> hashes) {
        return new RowFingerprints(
                List.copyOf(given(columns, "columns")), rows, given(hashes, "hashes"));
    }

    /** In order; most are never asked for, and a million are not sorted in an instant. */
    private synchronized long[] inOrder() {
        if (!isInOrder) {
            hashes = joined.get();
            joined = () -> hashes;
            Arrays.parallelSort(hashes);
            isInOrder = true;
        }
        return hashes;
    }

    /**
     * Returns the fingerprint of each row of a table, by some of its columns: rows that are equal there have the same.
     *
     * @throws IllegalArgumentException if the table lacks one of the columns
     */
    public static long[] ofEach(Table table, List<String> columns) {
        return hashes(Tables.given(table), given(columns, "columns"));
    }

    /** Returns the columns that the fingerprints are made from, by name. */
    public List<String> columns() {
        return columns;
    }

    /** Returns true unless nobody knows which rows were seen. */
    public boolean areKnown() {
        return !columns.isEmpty();
    }

    /** Returns how many rows were seen, equal ones counted each; 0 where nobody knows. */
    public int rows() {
        return rows;
    }

    /** Returns the hashes of the rows, in order, equal ones once. */
    public long[] hashes() {
        var all = inOrder();
        return IntStream.range(0, all.length)
                .filter(i -> i == 0 || all[i] != all[i - 1])
                .mapToLong(i -> all[i])
                .toArray();
    }

    /** Returns the hashes of all rows, in order, equal ones as often as they were seen, if that {@linkplain #areCounted() is known}. */
    public long[] allHashes() {
        return inOrder().clone();
    }

    /** Returns whether it is known how often equal rows were seen; older files hold each once. */
    public boolean areCounted() {
        return inOrder().length == rows;
    }

    /**
     * Returns for each row of a table whether it was seen.
     *
     * @throws IllegalArgumentException if the table lacks one of the columns
     * @throws IllegalStateException if nobody knows which rows were seen
     */
    public boolean[] in(Table table) {
        if (!areKnown()) {
            throw new IllegalStateException(
                    "nobody knows which rows were seen; a model or step of your own tells it by returning Provenance.of(table) from provenance()");
        }
        var asked = hashes(table, columns);
        var known = inOrder();
        var seen = new boolean[asked.length];
        for (int row = 0; row < seen.length; row++) {
            seen[row] = Arrays.binarySearch(known, asked[row]) >= 0;
        }
        return seen;
    }

    /**
     * Returns how many rows of a table were seen.
     *
     * @throws IllegalArgumentException if the table lacks one of the columns
     * @throws IllegalStateException if nobody knows which rows were seen
     */
    public int countIn(Table table) {
        int count = 0;
        for (boolean one : in(table)) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static long[] hashes(Table table, List<String> columns) {
        var sums = new long[table.rowCount()];
        var values = columns.stream().map(name -> values(Tables.column(table, name))).toList();
        var names = columns.stream().mapToLong(RowFingerprints::hash).toArray();
        IntStream.range(0, (sums.length + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(
                        chunk -> {
                            int from = chunk * CHUNK;
                            int to = Math.min(from + CHUNK, sums.length);
                            var part = new long[to - from];
                            var numbers = new long[part.length];
                            for (int i = 0; i < names.length; i++) {
                                read(values.get(i), from, names[i], numbers);
                                add(numbers, part);
                            }
                            mix(part);
                            System.arraycopy(part, 0, sums, from, part.length);
                        });
        return sums;
    }

    private static void read(IntToLongFunction value, int from, long name, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = value.applyAsLong(from + i) + name;
        }
    }

    /** A sum, so that the order of columns does not matter; a loop of its own, of which vector instructions are made. */
    private static void add(long[] numbers, long[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += HashCommon.murmurHash3(numbers[i]);
        }
    }

    private static void mix(long[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = HashCommon.murmurHash3(sums[i]);
        }
    }

    /** Returns a number of each row of a column; of texts, which come again and again, each is looked at once. */
    private static IntToLongFunction values(Column<?> column) {
        if (column instanceof DoubleColumn numbers) {
            var cells = ColumnArrays.of(numbers);
            return row -> {
                double number = cells[row];
                return Double.isNaN(number) ? MISSING : bits(number);
            };
        }
        if (column instanceof StringColumn texts) {
            var codes = LevelCodes.of(texts);
            var hashes = codes.levels().stream().mapToLong(RowFingerprints::hash).toArray();
            return row -> {
                int code = codes.code(row);
                return code == LevelCodes.MISSING ? MISSING : hashes[code];
            };
        }
        return row -> Tables.isMissing(column, row) ? MISSING : value(column, row);
    }

    private static long value(Column<?> column, int row) {
        if (column instanceof LongColumn whole) {
            long value = whole.getLong(row);
            return (long) (double) value == value ? bits((double) value) : value;
        }
        if (column instanceof NumericColumn<?> numbers) {
            return bits(numbers.getDouble(row));
        }
        if (column instanceof BooleanColumn flags) {
            return bits(flags.getByte(row));
        }
        return hash(column.getUnformattedString(row));
    }

    /** Equal numbers have equal bits: whole ones and others, both zeros, and floats that came by a file. */
    private static long bits(double value) {
        return Double.doubleToLongBits(FloatDigits.fewest(value) + 0.0);
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = HashCommon.murmurHash3(hash) + text.charAt(i);
        }
        return HashCommon.murmurHash3(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowFingerprints that
                && rows == that.rows
                && columns.equals(that.columns)
                && Arrays.equals(inOrder(), that.inOrder());
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + Arrays.hashCode(inOrder());
    }

    @Override
    public String toString() {
        return areKnown() ? "%,d rows".formatted(rows) : "unknown rows";
    }
}
