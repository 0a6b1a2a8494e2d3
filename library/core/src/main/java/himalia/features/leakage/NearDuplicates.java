package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.sampling.Neighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Test rows of which a training row differs by a hundredth of a deviation at most, in every column of numbers, dates or times, and
 * has the same texts, and misses the same cells. The deviation is a robust one, so that one number far off does not make all
 * others near.
 */
final class NearDuplicates {
    private static final double NEAR = 0.01;

    /** So many times as far is nearly near. */
    private static final double NEARLY = 2;

    /** In fewer columns of numbers rows are near by chance until imitations say otherwise; in so many, where these have some. */
    private static final int ENOUGH_COLUMNS = 3;

    /** So many times as far apart are the visits of one thing, of which some are near. */
    private static final double BESIDE = 10;

    /**
     * Of things that were seen again, at least one in so many of those that are beside a row is near it; of points of a surface it is
     * one in a hundred.
     */
    private static final int FEWEST_NEAR = 20;

    /** Where more rows hang together, they do so by nature. */
    private static final int MOST_VISITS = 20;

    private static final int FEWEST_THINGS = 10;

    private static final double RARE = 1e-3;
    private static final int FEWEST_IMITATIONS = 4;

    /** A row is moved by two of its five nearest, in twenty ways: more imitations would tell the same again. */
    private static final int MOST_IMITATIONS = 20;

    private static final int MOST_IMITATED = 100_000;

    /** So many of the nearest are asked, for some are near to each other. */
    private static final int NEIGHBOURS = 16;

    private static final int MOST_NEIGHBOURS = 20_000;

    private final double within;
    private final Table train;
    private final Table test;
    private final List<String> columns;
    private final int trainRows;
    private final int width;
    private final boolean isWide;
    private final Measured measured;
    private final double[][] rows;

    private final RowsBeside beside;

    NearDuplicates(Table train, Table test, List<String> columns, Numbers numbers) {
        this(train, test, columns, numbers, NEAR);
    }

    /**
     * The same of rows that are nearer.
     *
     * @param within how far apart they may be in a column, in deviations
     */
    NearDuplicates(Table train, Table test, List<String> columns, Numbers numbers, double within) {
        this.within = within;
        this.train = train;
        this.test = test;
        this.columns = columns;
        this.trainRows = train.rowCount();
        this.measured = Measured.of(train, test, columns, numbers);
        width = measured.values().size();
        isWide = numbers.names().size() >= ENOUGH_COLUMNS;
        rows = width == 0 ? new double[0][] : RobustScale.rows(measured.values(), within);
        beside = new RowsBeside(rows, trainRows, measured.kinds());
    }

    /**
     * Looks for them.
     *
     * @param exact the test rows that a training row equals
     */
    List<Leak> leaks(Set<Integer> exact) {
        if (width == 0 || !isWide && !haveNearValues(rows)) {
            return List.of();
        }
        var asked =
                IntStream.range(0, test.rowCount())
                        .filter(row -> !exact.contains(row))
                        .map(row -> row + trainRows)
                        .toArray();
        var near = IntStream.of(asked).filter(isNear(rows, within)).toArray();
        return near.length == 0 || isChance(near.length, asked) ? List.of() : List.of(leak(near));
    }

    /** Returns why they cannot be looked for, where that is so. */
    List<String> notes() {
        if (width > 0) {
            return List.of();
        }
        boolean areSome = columns.stream().anyMatch(name -> Measured.is(train, test, name));
        return List.of(
                "near duplicates were not looked for: "
                        + (areSome
                                ? "in no column of numbers, dates or times do rows differ"
                                : "no column that is compared holds numbers, dates or times"));
    }

    /** Where no column has values that are near each other, rows that are near are equal. */
    private boolean haveNearValues(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .anyMatch(
                        j -> {
                            var values =
                                    Arrays.stream(rows)
                                            .mapToDouble(row -> row[j])
                                            .distinct()
                                            .sorted()
                                            .toArray();
                            return IntStream.range(1, values.length)
                                    .anyMatch(i -> values[i] - values[i - 1] <= within);
                        });
    }

    private Leak leak(int[] near) {
        int first = near[0];
        return new Leak(
                Leak.Kind.NEAR_DUPLICATES,
                "",
                "%d of %s %s of the training table: row %d is near its row %d"
                        .formatted(
                                near.length,
                                Amount.of(test.rowCount(), "test row"),
                                near.length == 1 ? "is almost a row" : "are almost rows",
                                first - trainRows,
                                beside.near(rows[first], first, within)),
                "see whether they are the same thing seen twice; if so, keep both in one table",
                IntStream.of(near).map(row -> row - trainRows).boxed().toList());
    }

    private boolean isChance(int found, int[] asked) {
        var some = some();
        boolean areThings = isWide && areThings(asked, some);
        double apart = areThings ? BESIDE * within : within;
        var imitation =
                new Imitation(
                        rows,
                        asked,
                        isWide ? apart(some, apart) : asked,
                        new FrequentValues(rows, width, within),
                        width,
                        apart * Math.sqrt(width),
                        isWide && !areThings ? nearest(asked) : new int[asked.length][0]);
        var imitations = rows.clone();
        int most =
                Math.max(
                        FEWEST_IMITATIONS, Math.min(MOST_IMITATIONS, MOST_IMITATED / asked.length));
        int imitated = 0;
        boolean isNearly = false;
        for (int i = 1; i <= most; i++) {
            imitation.moved(rows, imitations);
            measured.keepHoles(rows, imitations, asked);
            // One that could not be moved is no imitation.
            var moved =
                    IntStream.of(asked)
                            .filter(row -> !isWide || imitations[row] != rows[row])
                            .toArray();
            imitated += (int) IntStream.of(moved).filter(isNear(imitations, within)).count();
            isNearly |= isWide && IntStream.of(moved).anyMatch(isNear(imitations, NEARLY * within));
            if (Surprise.is(RARE, found, imitated, i)) {
                return false;
            }
            if (Surprise.isNever(found, imitated, i)) {
                return true;
            }
        }
        // A single row is found where chance has found none, and nearly none.
        return !isWide || isNearly;
    }

    private boolean areThings(int[] asked, int[] some) {
        double apart = BESIDE * within;
        // A row that was repeated is the same visit.
        var known = new HashSet<List<Long>>();
        var different =
                IntStream.of(some).filter(row -> known.add(EqualRows.key(rows[row]))).toArray();
        long most = FEWEST_NEAR * beside.pairs(asked, within, Long.MAX_VALUE);
        return Things.largest(rows, different, apart)
                        <= Math.min(MOST_VISITS, some.length / FEWEST_THINGS)
                && beside.pairs(asked, apart, most + 1) <= most;
    }

    private int[] some() {
        int step = Math.max(1, rows.length / Imitation.LOOKED_AT);
        return IntStream.range(0, rows.length).filter(row -> row % step == 0).toArray();
    }

    /** The nearest of many rows: between the nearest of a few, a surface bends. */
    private int[][] nearest(int[] asked) {
        int step = (rows.length - 1) / MOST_NEIGHBOURS + 1;
        var some = IntStream.range(0, rows.length / step).map(i -> i * step).toArray();
        var points = IntStream.of(some).mapToObj(row -> rows[row]).toArray(double[][]::new);
        var queries = IntStream.of(asked).mapToObj(row -> rows[row]).toArray(double[][]::new);
        return Arrays.stream(
                        new Neighbours(points).to(queries, Math.min(NEIGHBOURS, points.length)))
                .map(near -> IntStream.of(near).map(i -> some[i]).toArray())
                .toArray(int[][]::new);
    }

    /** Some of these rows, no two of them near: a thing that is seen ten times is not imitated by what it hardly differs by. */
    private int[] apart(int[] some, double within) {
        var interrupt = new InterruptCheck();
        var apart = new ArrayList<Integer>();
        for (int row : some) {
            interrupt.ask();
            var here = rows[row];
            if (apart.stream().noneMatch(other -> Things.areNear(rows[other], here, within))) {
                apart.add(row);
            }
        }
        return apart.stream().mapToInt(row -> row).toArray();
    }

    /** Whether a training row is near a row, as it is or as it could have been. */
    private IntPredicate isNear(double[][] rows, double within) {
        var interrupt = new InterruptCheck();
        return row -> {
            interrupt.ask();
            return beside.near(rows[row], row, within) >= 0;
        };
    }
}
