package himalia.sampling.augmentation;

import himalia.display.bundle.InterruptCheck;
import himalia.sampling.Resampling;
import himalia.table.ColumnArrays;
import himalia.table.ColumnNames;
import himalia.table.FreeMemory;
import himalia.table.Matrices;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** A table's rows, and below them so many changed copies of each: of the first row, of the second, and so on. */
final class RowCopies {
    /** A cell is copied, changed, and put into a column. */
    private static final long CELL_BYTES = 3 * Double.BYTES;

    private static final int DRAWS = 1_000;
    private static final int FEWEST_ROUNDS = 20;

    private RowCopies() {}

    static void checkRows(Table table, String label) {
        Tables.column(table, label);
        ColumnNames.checkDistinct(table);
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException("the table has no rows; there is nothing to copy");
        }
    }

    /** Returns the rows and their copies, as yet unchanged. */
    static Table unchanged(Table table, String label, int copies) {
        checkRows(table, label);
        var size = (long) table.rowCount() * (copies + 1L);
        FreeMemory.check(
                size <= Integer.MAX_VALUE - 8L
                        ? size * table.columnCount() * CELL_BYTES
                        : Long.MAX_VALUE,
                "%d copies of each of %,d rows".formatted(copies, table.rowCount()),
                "ask for fewer, or");
        var sources =
                IntStream.range(0, (int) size)
                        .map(
                                row ->
                                        row < table.rowCount()
                                                ? row
                                                : (row - table.rowCount()) / copies);
        return Tables.rows(table, sources.toArray());
    }

    /**
     * Refuses changes that make of each row its row again: somebody would learn from each row twice, and not know it. Few rows may
     * stay as they are by chance, and fail for no seed: so of these further draws are asked.
     *
     * @param changesRow draws once more, and says whether that row is another one then
     */
    static void checkChanged(
            boolean isChanged, int rows, String algorithm, String reason, IntPredicate changesRow) {
        if (!isChanged && rows > 0 && !isChangedInTime(rows, changesRow)) {
            throw new IllegalArgumentException(
                    "every copy that %s made is its row again: %s; take a stronger or another change, or RandomOverSampler for copies as they are"
                            .formatted(algorithm, reason));
        }
    }

    private static boolean isChangedInTime(int rows, IntPredicate changesRow) {
        var interrupt = new InterruptCheck();
        int rounds = Math.max(FEWEST_ROUNDS, DRAWS / rows);
        for (int i = 0; i < rounds; i++) {
            interrupt.ask();
            if (IntStream.range(0, rows).anyMatch(changesRow)) {
                return true;
            }
        }
        return false;
    }

    /** Tells of rows and their copies where each comes from. */
    static Resampling traced(Table more, Table table, String label, int copies, Object change) {
        var originals =
                IntStream.range(0, table.rowCount() * copies).map(copy -> copy / copies).toArray();
        return Resampling.ofCopies(more, table, label, originals, String.valueOf(change));
    }

    /**
     * Returns the rows and copies whose numbers are changed together; all of them become real numbers.
     *
     * @param columns which numbers
     * @param algorithm its name, for messages
     * @param change makes as many numbers of a row's
     */
    static Table changed(
            Table table,
            String label,
            List<String> columns,
            int copies,
            String algorithm,
            UnaryOperator<double[]> change) {
        var rows = Matrices.rows(table, columns, algorithm);
        var result = unchanged(table, label, copies);
        var values = new double[columns.size()][result.rowCount()];
        boolean isChanged = false;
        var interrupt = new InterruptCheck();
        for (var i = 0; i < result.rowCount(); i++) {
            interrupt.ask();
            var isCopy = i >= rows.length;
            var row = rows[isCopy ? (i - rows.length) / copies : i];
            var made = isCopy ? change.apply(row) : row;
            if (made == null) {
                throw new IllegalArgumentException(
                        "%s made null of a row; let the transform return its numbers"
                                .formatted(algorithm));
            }
            if (made.length != columns.size()) {
                throw new IllegalArgumentException(
                        "%s makes %d numbers of the %d of a row; a transform that keeps their number can be used here"
                                .formatted(algorithm, made.length, columns.size()));
            }
            if (isCopy) {
                checkFinite(made, row, columns, algorithm);
            }
            isChanged |= isCopy && !Arrays.equals(made, row);
            for (var j = 0; j < made.length; j++) {
                values[j][i] = made[j];
            }
        }
        checkChanged(
                isChanged,
                copies == 0 ? 0 : rows.length,
                algorithm,
                "the numbers may all be equal, or the change nothing",
                row -> !Arrays.equals(change.apply(rows[row]), rows[row]));
        for (var j = 0; j < values.length; j++) {
            var name = columns.get(j);
            result.replaceColumn(
                    result.columnIndex(name),
                    ColumnArrays.printedAs(
                            table.numberColumn(name), ColumnArrays.reals(name, values[j])));
        }
        return result;
    }

    private static void checkFinite(
            double[] made, double[] row, List<String> columns, String algorithm) {
        for (var j = 0; j < made.length; j++) {
            if (!Double.isFinite(made[j])) {
                throw new IllegalArgumentException(
                        "%s makes %s of a row whose '%s' is %s; make the change smaller, or divide the column before"
                                .formatted(algorithm, made[j], columns.get(j), row[j]));
            }
        }
    }
}
