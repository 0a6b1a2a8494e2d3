package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns of numbers that follow from others, as a body mass index from height and weight. A function of columns makes no copies,
 * and its digits are none that chance has to meet: rows that are equal in what it is computed from are equal in it.
 *
 * <p>It is a column whose numbers keep to no grid, and in which rows that are equal in all else hardly ever differ: a few may, where
 * a cell was lost, rounded or filled. A column that goes by itself differs there, as long as chance makes rows equal in the others;
 * where it hardly makes any, copies are found without the column as well.
 */
final class DependentColumns {
    /** Of rows that are equal in all else, so many are equal in what follows from it. */
    private static final double MOST = 0.85;

    /** On a grid a number that is moved by what two others differ is one of the column's again. */
    private static final double ON_GRID = 0.6;

    private static final int MOVES = 4_000;
    private static final double EXACT = 1e-9;

    private final RowCells cells;
    private final FrequentValues frequent;

    private DependentColumns(RowCells cells) {
        this.cells = cells;
        frequent = FrequentValues.ofReal(cells.rows(), cells.moments(), cells.trainRows());
    }

    /** Returns the cells without those columns; the same where there are none. */
    static RowCells without(RowCells cells) {
        var left = new DependentColumns(cells).left();
        return left.size() == cells.rows()[0].length
                ? cells
                : cells.select(left, IntStream.range(0, cells.rows().length).toArray());
    }

    private List<Integer> left() {
        var left =
                IntStream.range(0, cells.rows()[0].length)
                        .boxed()
                        .collect(Collectors.toCollection(ArrayList::new));
        var met = IntStream.range(0, cells.moments()).mapToDouble(this::met).toArray();
        var interrupt = new InterruptCheck();
        IntStream.range(0, met.length)
                .filter(column -> met[column] < ON_GRID)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> met[column]))
                .forEach(
                        column -> {
                            interrupt.ask();
                            left.remove(column);
                            if (left.isEmpty() || !follow(left)) {
                                left.add(column);
                            }
                        });
        return left.stream().sorted().toList();
    }

    /** How often a number that is moved by what two others differ is one of the column's. What a sampler has made of training rows is not moved. */
    private double met(int column) {
        var rows = cells.rows();
        var asked = new LongOpenHashSet();
        Arrays.stream(rows, cells.trainRows(), rows.length)
                .forEach(row -> asked.add(exact(row[column])));
        var numbers =
                Arrays.stream(rows)
                        .mapToDouble(row -> row[column])
                        .filter(number -> asked.contains(exact(number)))
                        .toArray();
        var all = new LongOpenHashSet();
        Arrays.stream(rows).forEach(row -> all.add(exact(row[column])));
        var random = new SplittableRandom(5);
        return IntStream.range(0, MOVES)
                        .mapToDouble(
                                move ->
                                        any(numbers, random)
                                                + any(numbers, random)
                                                - any(numbers, random))
                        .filter(number -> all.contains(exact(number)))
                        .count()
                / (double) MOVES;
    }

    private static double any(double[] numbers, SplittableRandom random) {
        return numbers[random.nextInt(numbers.length)];
    }

    private static long exact(double number) {
        return Math.round(number / EXACT);
    }

    /** Whether all columns follow from some, by rows that have no frequent value in others, such as a mean where a cell was lost. */
    private boolean follow(List<Integer> some) {
        var columns = IntStream.range(0, cells.rows()[0].length).boxed().toList();
        var others = columns.stream().filter(column -> !some.contains(column)).toList();
        var rows =
                IntStream.range(0, cells.rows().length)
                        .filter(
                                row ->
                                        others.stream()
                                                .noneMatch(
                                                        j -> frequent.has(j, cells.rows()[row][j])))
                        .toArray();
        var ofAll = kinds(rows, columns);
        var ofSome = kinds(rows, some);
        return ofAll.inBoth >= MOST * ofSome.inBoth
                && ofAll.different - ofSome.different <= (1 - MOST) * ofSome.again;
    }

    /**
     * How often rows are equal in some columns.
     *
     * @param inBoth kinds of rows that both tables have
     * @param different kinds of rows
     * @param again kinds that come more than once
     */
    private record Kinds(int inBoth, int different, int again) {}

    private Kinds kinds(int[] rows, List<Integer> columns) {
        var counts = new Long2IntOpenHashMap();
        var train = new LongOpenHashSet();
        var both = new LongOpenHashSet();
        for (int row : rows) {
            var cell = cells.rows()[row];
            long kind = CopiedRows.kind(columns.stream().mapToDouble(j -> cell[j]).toArray());
            counts.addTo(kind, 1);
            if (row < cells.trainRows()) {
                train.add(kind);
            } else if (train.contains(kind)) {
                both.add(kind);
            }
        }
        int again = (int) counts.values().intStream().filter(count -> count > 1).count();
        return new Kinds(both.size(), counts.size(), again);
    }
}
