package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns of numbers that follow from others, as a body mass index from height and weight. A function of columns makes no copies,
 * and its digits are none that chance has to meet: rows that are equal in what it is computed from are equal in it.
 *
 * <p>It is a column whose numbers keep to no grid and that never differs where all other numbers are the same. A column that goes by
 * itself differs there, as long as chance makes rows equal in the others; where it makes none, nothing is lost without the column.
 */
final class DependentColumns {
    /** Of so few values nobody knows whether they keep to a grid. */
    private static final int FEW_VALUES = 10;

    private static final double EXACT = 1e-9;

    private DependentColumns() {}

    /** Returns the cells without those columns; the same where no numbers on a grid are left. */
    static RowCells without(RowCells cells) {
        var left = new ArrayList<>(IntStream.range(0, cells.moments()).boxed().toList());
        var interrupt = new InterruptCheck();
        var offGrid = new LinkedHashMap<Integer, Integer>();
        for (int column : left) {
            interrupt.ask();
            var values = different(cells, column);
            if (isOffGrid(values)) {
                offGrid.put(column, values.length);
            }
        }
        if (offGrid.isEmpty() || offGrid.size() == left.size()) {
            return cells;
        }
        var finest = Map.Entry.<Integer, Integer>comparingByValue().reversed();
        var columns = offGrid.entrySet().stream().sorted(finest).map(Map.Entry::getKey).toList();
        for (var column : columns) {
            interrupt.ask();
            int withIt = kinds(cells, left);
            left.remove(column);
            if (kinds(cells, left) < withIt) {
                left.add(column);
            }
        }
        IntStream.range(cells.moments(), cells.rows()[0].length).forEach(left::add);
        return left.size() == cells.rows()[0].length
                ? cells
                : cells.select(
                        left.stream().sorted().toList(),
                        IntStream.range(0, cells.rows().length).toArray());
    }

    private static double[] different(RowCells cells, int column) {
        return Arrays.stream(cells.rows())
                .mapToDouble(row -> row[column])
                .distinct()
                .sorted()
                .toArray();
    }

    /** On a grid the same steps come again and again. */
    private static boolean isOffGrid(double[] values) {
        long steps =
                IntStream.range(1, values.length)
                        .mapToLong(i -> Math.round((values[i] - values[i - 1]) / EXACT))
                        .distinct()
                        .count();
        return values.length > FEW_VALUES && 2 * steps >= values.length;
    }

    /** Returns how many rows differ in some columns. */
    private static int kinds(RowCells cells, List<Integer> columns) {
        var kinds = new LongOpenHashSet();
        for (var row : cells.rows()) {
            kinds.add(CopiedRows.kind(columns.stream().mapToDouble(j -> row[j]).toArray()));
        }
        return kinds.size();
    }
}
