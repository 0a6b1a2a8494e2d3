package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * Whether rows that two tables have in common were copied. They were, if there are more of them than among imitations of the test
 * table, or if they have a text or a moment in common that chance does not repeat.
 */
final class CopiedRows {
    /** What is known of rows that are equal. */
    enum Verdict {
        COPIED,
        /** Chance makes as many. */
        CHANCE,
        UNTOLD
    }

    static final double RARE = 1e-3;

    /** Where rows come three times in each class, the table has few kinds of them. */
    private static final int KINDS = 3;

    private static final int FEWEST_OF_A_CLASS = 10;
    private static final int FEWEST_KINDS = 5;

    /** Of fewer, as of twenty machines with as many readings each, nobody knows whether they were copied. */
    private static final int FEWEST_TO_TELL = 30;

    /** Of the kinds, so many have a number of their own. */
    private static final double OWN = 0.8;

    /** So many pairs of numbers there could be for each kind. */
    private static final int PAIRS = 4;

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_IMITATED = 300_000;

    /** Of one row it takes fifteen hundred imitations to say that chance has not made it. */
    private static final int MOST_IMITATED_OF_ONE = 2_000_000;

    /** To so many places a row is moved; in further imitations it is moved again. */
    private static final int PLACES = 20;

    private static final int MOST_MOVES = 4;

    private static final int FEWEST_IMITATIONS = 4;
    private static final double EXACT = 1e-9;

    private final RowCells cells;
    private final long[] kinds;
    private final Map<Integer, Kinds> ofLargeClasses;
    private final Set<Integer> hardlyAny;

    /** How often the training table was repeated, all of it: that says nothing of its kinds. */
    private final int times;

    CopiedRows(RowCells cells) {
        this.cells = cells;
        kinds = Arrays.stream(cells.rows()).mapToLong(CopiedRows::kind).toArray();
        ofLargeClasses = ofLargeClasses();
        times = timesRepeated();
        hardlyAny = new TreeSet<>();
        ofLargeClasses.forEach(
                (code, kinds) -> {
                    if (kinds.areHardlyAny()) {
                        hardlyAny.add(code);
                    }
                });
    }

    /** Returns a number that rows of the same cells have in common, and others have not. */
    private static long kind(double[] row) {
        long kind = row.length;
        for (double cell : row) {
            kind = HashCommon.murmurHash3(kind + Math.round(cell / EXACT));
        }
        return kind;
    }

    Verdict verdict() {
        boolean areFew = areOfFewKinds();
        boolean areEven = areFew && EvenCounts.are(counts()) && haveNumbersOfNoPlan();
        if (areFew && !areEven) {
            // Prices, or a town with its country, look as nothing else does though they were drawn.
            return haveFewValues() || byImitations(oneOfEachKind()) != Verdict.COPIED
                    ? Verdict.CHANCE
                    : Verdict.UNTOLD;
        }
        boolean hasOwn = false;
        for (int j = cells.moments(); j < cells.rows()[0].length; j++) {
            var values = new OwnValues(cells, kinds, j);
            if (values.areOwn()) {
                hasOwn = true;
                if (areEven || values.areCopied()) {
                    return Verdict.COPIED;
                }
            }
        }
        var verdict = byImitations(oneOfEachKind());
        return verdict == Verdict.CHANCE && hasOwn ? Verdict.UNTOLD : verdict;
    }

    private boolean areOfFewKinds() {
        return !ofLargeClasses.isEmpty()
                && ofLargeClasses.values().stream().allMatch(kinds -> kinds.areFew(times));
    }

    private int timesRepeated() {
        var counts = new Long2IntOpenHashMap();
        Arrays.stream(kinds, 0, cells.trainRows()).forEach(kind -> counts.addTo(kind, 1));
        return counts.size() < FEWEST_TO_TELL
                ? 1
                : counts.values().intStream().reduce(0, ArithmeticUtils::gcd);
    }

    /**
     * The hours of a week come equally often because somebody counts them, and so does each temperature with each pressure of an
     * experiment. What is measured has no steps, and of two such columns most pairs of numbers never come.
     */
    private boolean haveNumbersOfNoPlan() {
        long count = new LongOpenHashSet(kinds).size();
        var measured =
                IntStream.range(0, cells.moments())
                        .mapToObj(j -> Arrays.stream(cells.rows()).mapToDouble(row -> row[j]))
                        .map(values -> values.distinct().sorted().toArray())
                        .filter(values -> !haveSteps(values))
                        .map(values -> (long) values.length)
                        .sorted(Comparator.reverseOrder())
                        .toList();
        return count >= FEWEST_TO_TELL
                && !measured.isEmpty()
                && (measured.get(0) >= OWN * count
                        || measured.size() > 1
                                && measured.get(0) * measured.get(1) >= PAIRS * count);
    }

    /** Whether most sorted numbers are as far from the next as one of them is. */
    private static boolean haveSteps(double[] sorted) {
        double range = sorted[sorted.length - 1] - sorted[0];
        var steps = new Long2IntOpenHashMap();
        int most = 0;
        for (int i = 1; i < sorted.length; i++) {
            long step = Math.round((sorted[i] - sorted[i - 1]) / range / EXACT);
            // Beside a number that is far off all steps are none.
            most = step == 0 ? most : Math.max(most, steps.addTo(step, 1) + 1);
        }
        return 2 * most >= sorted.length;
    }

    private boolean haveFewValues() {
        var rows = cells.rows();
        return IntStream.range(0, rows[0].length)
                .mapToLong(j -> Arrays.stream(rows).mapToDouble(row -> row[j]).distinct().count())
                .allMatch(values -> values * values <= rows.length);
    }

    private Map<Integer, Kinds> ofLargeClasses() {
        var ofClass = new TreeMap<Integer, Kinds>();
        for (int row = 0; row < cells.trainRows(); row++) {
            var of = ofClass.computeIfAbsent(cells.classes()[row], key -> new Kinds());
            of.counts.addTo(kinds[row], 1);
            of.rows++;
        }
        ofClass.values().removeIf(of -> of.rows < FEWEST_OF_A_CLASS);
        return ofClass;
    }

    /** How often each kind comes; in a training table that was repeated, once. */
    private Collection<Integer> counts() {
        var counts = new Long2IntOpenHashMap();
        for (var of : ofLargeClasses.values()) {
            of.counts.forEach(counts::addTo);
        }
        counts.replaceAll((kind, count) -> count / times);
        for (int row = cells.trainRows(); row < kinds.length; row++) {
            counts.addTo(kinds[row], 1);
        }
        return counts.values();
    }

    /** The kinds of rows that a class has in the training table. */
    private static final class Kinds {
        private final Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        private int rows;

        private boolean areFew(int times) {
            return KINDS * counts.size() <= rows / times;
        }

        /** Of a zero and a town nobody knows how often chance brings them. */
        private boolean areHardlyAny() {
            return areFew(1) && counts.size() < FEWEST_KINDS;
        }
    }

    /** Each kind of row counts once: many copies of one row may be the row that most things look like. */
    private int[] oneOfEachKind() {
        var known = new LongOpenHashSet();
        var test =
                IntStream.range(cells.trainRows(), kinds.length)
                        .filter(row -> !hardlyAny.contains(cells.classes()[row]))
                        .filter(row -> known.add(kinds[row]))
                        .toArray();
        int step = test.length / MOST_ROWS + 1;
        return IntStream.range(0, test.length / step).map(i -> test[i * step]).toArray();
    }

    private Verdict byImitations(int[] test) {
        var train = new LongOpenHashSet(kinds, 0, cells.trainRows());
        int found = count(train, cells.rows(), test);
        if (found == 0) {
            return Verdict.UNTOLD;
        }
        var imitation =
                new Imitation(
                        cells.rows(),
                        test,
                        test,
                        new FrequentValues(cells.rows(), cells.texts()),
                        cells.texts());
        int rows = found == 1 ? MOST_IMITATED_OF_ONE : MOST_IMITATED;
        int most = Math.max(FEWEST_IMITATIONS, rows / test.length);
        var imitated = cells.rows().clone();
        int moved = 0;
        int crossed = 0;
        var interrupt = new InterruptCheck();
        for (int i = 1; i <= most; i++) {
            interrupt.ask();
            int moves = 1 + i / PLACES % MOST_MOVES;
            if (moves == 1) {
                imitation.moved(cells.rows(), imitated);
            } else {
                imitation.moved(cells.rows(), imitated, moves);
            }
            moved += count(train, imitated, test);
            imitation.crossed(cells.rows(), imitated);
            crossed += count(train, imitated, test);
            int chance = Math.max(moved, crossed);
            if (Surprise.is(RARE, found, chance, i)) {
                return Verdict.COPIED;
            }
            if (Surprise.isNever(found, chance, i)) {
                return Verdict.CHANCE;
            }
            if (i >= FEWEST_IMITATIONS && !Surprise.is(RARE, found, chance, most)) {
                return Verdict.UNTOLD;
            }
        }
        return Verdict.UNTOLD;
    }

    private static int count(LongOpenHashSet train, double[][] rows, int[] test) {
        var found = new LongOpenHashSet();
        for (int row : test) {
            long kind = kind(rows[row]);
            if (train.contains(kind)) {
                found.add(kind);
            }
        }
        return found.size();
    }
}
