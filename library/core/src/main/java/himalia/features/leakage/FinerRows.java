package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows off the grid that others are on, between two of these: of whole numbers, or of one decimal, SMOTE makes numbers of all digits.
 *
 * <p>On a grid, rows lie between others by chance, and what is made from few of many columns is on lines that imitations keep to. Both
 * hide made rows among those of all digits; but not where the row between has digits that the two at the ends have not.
 */
final class FinerRows {
    private static final int FEWEST = 5;

    /** Made rows are off the grid wherever the two that they were made from differ. */
    private static final int OFF_GRID = 2;

    private static final int MOST_IMITATIONS = 40;
    private static final int FEWEST_IMITATIONS = 8;
    private static final long MOST_WORK = 30_000_000;

    private final Numbers numbers;
    private final Lines lines;
    private final NewRows isNew;

    /** Of each column its grid, of those that have one that some rows are off. */
    private final List<Optional<ColumnGrid>> grids;

    FinerRows(Numbers numbers, Lines lines, NewRows isNew) {
        this.numbers = numbers;
        this.lines = lines;
        this.isNew = isNew;
        grids =
                IntStream.range(0, numbers.names().size())
                        .mapToObj(j -> ColumnGrid.of(numbers, j))
                        .toList();
    }

    /** Returns made rows of all classes together; nothing where chance may have put them there. */
    List<Between> found(List<ClassRows> groups) {
        if (grids.stream().filter(Optional::isPresent).count() < OFF_GRID) {
            return List.of();
        }
        var rows = numbers.rows();
        var found = found(groups, rows, isNew.are());
        return found.size() >= FEWEST && isSurprising(groups, found.size()) ? found : List.of();
    }

    private boolean isSurprising(List<ClassRows> groups, int found) {
        var rows = numbers.rows();
        var test = IntStream.range(numbers.trainRows(), rows.length).toArray();
        int width = numbers.names().size();
        var ofAll = onGrid(rows, IntStream.range(0, rows.length));
        // Beside numbers that come once, all that are on a grid are frequent.
        var kept = IntStream.of(ofAll).mapToObj(row -> rows[row]).toArray(double[][]::new);
        var frequent = new FrequentValues(kept, width);
        var own = new ArrayList<Imitation>();
        var any = new ArrayList<Imitation>();
        long work = 1;
        // What differs as two made of the same rows do stays between these.
        for (var group : groups) {
            var ofClass = onGrid(rows, IntStream.of(group.all()));
            own.add(new Imitation(rows, group.test(), ofClass, frequent, width));
            any.add(new Imitation(rows, group.test(), ofAll, frequent, width));
            work += group.work();
        }
        int most = (int) Math.max(FEWEST_IMITATIONS, Math.min(MOST_IMITATIONS, MOST_WORK / work));
        var chance = new int[4];
        for (int i = 1; i <= most; i++) {
            for (int way = 0; way < chance.length; way++) {
                var imitated = rows.clone();
                for (var each : way < 2 ? own : any) {
                    if (way % 2 == 0) {
                        each.moved(rows, imitated);
                    } else {
                        each.crossed(rows, imitated);
                    }
                }
                chance[way] += found(groups, imitated, isNew.are(imitated, test)).size();
            }
            int best = Arrays.stream(chance).max().orElse(0);
            if (Surprise.is(SyntheticRows.RARE, found, best, i)) {
                return true;
            }
            if (Surprise.isNever(found, best, i)) {
                return false;
            }
        }
        return false;
    }

    private List<Between> found(List<ClassRows> groups, double[][] rows, boolean[] marked) {
        var found = new ArrayList<Between>();
        var interrupt = new InterruptCheck();
        for (var group : groups) {
            var onGrid = onGrid(rows, IntStream.of(group.all()));
            var asked =
                    ClassRows.asked(
                            IntStream.of(group.all())
                                    .filter(row -> offGrid(rows[row]) >= OFF_GRID)
                                    .toArray());
            found.addAll(
                    IntStream.of(asked)
                            .parallel()
                            .mapToObj(
                                    row -> {
                                        interrupt.ask();
                                        return lines.around(rows, marked, row, onGrid);
                                    })
                            .flatMap(Optional::stream)
                            .toList());
        }
        return found;
    }

    private int[] onGrid(double[][] rows, IntStream some) {
        return some.filter(row -> offGrid(rows[row]) == 0).toArray();
    }

    /** In how many columns a row is off the grid, as far as it matters. */
    private int offGrid(double[] row) {
        int off = 0;
        for (int j = 0; j < row.length && off < OFF_GRID; j++) {
            off += grids.get(j).isPresent() && !grids.get(j).get().has(row[j]) ? 1 : 0;
        }
        return off;
    }
}
