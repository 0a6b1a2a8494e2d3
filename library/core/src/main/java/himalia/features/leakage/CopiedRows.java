package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whether rows that two tables have in common were copied. They were, if there are more of them than among imitations of the test
 * table, or if they have a text or a moment in common that chance does not repeat.
 */
final class CopiedRows {
    /** What is known of rows that are equal. */
    enum Verdict {
        COPIED,
        /** They come again as copies do, and as things that are seen again, or by a plan. */
        AGAIN,
        /** They come as what is drawn from few things, or as a plan has texts and times. */
        DRAWN,
        UNTOLD,
        /** Chance makes as many. */
        CHANCE
    }

    static final double RARE = 1e-3;

    /** What chance does not make in all columns, it has to make once more in those that follow from no others. */
    private static final double SELDOM = 0.01;

    /** Where rows come three times in a class, it has few kinds of them. */
    private static final double FEW = 3;

    /** Where they come so often in each class, in the mean, they come again by nature, or all of the table was copied. */
    private static final double AGAIN = 1.3;

    private static final int FEWEST_OF_A_CLASS = 10;
    private static final int FEWEST_KINDS = 5;

    /** Of so few rows, two or three that are equal say nothing. */
    private static final int FEW_ROWS = 100;

    /** A row that comes so often may be a state: a machine that is off. */
    private static final int STATE = 3;

    /** A pair or two may be equal by chance. */
    private static final int SEVERAL = 3;

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
    private final LongOpenHashSet train;
    private final Map<Integer, KindsOfClass> ofLargeClasses;
    private final Set<Integer> hardlyAny = new TreeSet<>();
    private final LongOpenHashSet states;

    /** How often each kind of row comes in both tables, but for states beside others. */
    private final Long2IntOpenHashMap counts = new Long2IntOpenHashMap();

    CopiedRows(RowCells cells) {
        this.cells = cells;
        kinds = Arrays.stream(cells.rows()).mapToLong(CopiedRows::kind).toArray();
        train = new LongOpenHashSet(kinds, 0, cells.trainRows());
        Arrays.stream(kinds).forEach(kind -> counts.addTo(kind, 1));
        states = states();
        if (states.size() < counts.size()) {
            states.forEach(counts::remove);
        }
        ofLargeClasses = ofLargeClasses();
        ofLargeClasses.forEach(
                (code, large) -> {
                    // Of a zero and a town nobody knows how often chance brings them.
                    if (large.come(FEW) && large.counts.size() < FEWEST_KINDS) {
                        hardlyAny.add(code);
                    }
                });
    }

    /** Returns a number that rows of the same cells have in common, and others have not. */
    static long kind(double[] row) {
        long kind = row.length;
        for (double cell : row) {
            kind = HashCommon.murmurHash3(kind + Math.round(cell / EXACT));
        }
        return kind;
    }

    /** How often rows come, and how evenly, proves nothing where all classes have them: a plan repeats rows as copies do. */
    Verdict verdict() {
        var own = ownValues();
        // Where neither table has a row twice, none of them comes again by nature.
        long different =
                train.size() + Arrays.stream(kinds).skip(cells.trainRows()).distinct().count();
        boolean comeAgain = different < kinds.length && allCome(AGAIN);
        boolean areEven = comeAgain && areEven();
        if (comeAgain && (anyComes(FEW) || !areEven)) {
            return again(areEven, own);
        }
        if (own.stream().anyMatch(OwnValues::areCopied)) {
            return Verdict.COPIED;
        }
        var others = others();
        if (found(others) == 0 && !states.isEmpty()) {
            var verdict = byImitations(oneOfEachKind(), RARE);
            return verdict == Verdict.COPIED ? Verdict.AGAIN : verdict;
        }
        var verdict = byImitations(others, RARE);
        var without = verdict == Verdict.COPIED ? DependentColumns.without(cells) : cells;
        if (without != cells) {
            verdict = new CopiedRows(without).byImitations(others, SELDOM);
        }
        if (verdict == Verdict.COPIED && kinds.length < FEW_ROWS && found(others) < FEWEST_KINDS) {
            return Verdict.AGAIN;
        }
        return verdict == Verdict.CHANCE && !own.isEmpty() ? Verdict.UNTOLD : verdict;
    }

    /** Prices, or a town with its country, look as nothing else does though they were drawn. */
    private Verdict again(boolean areEven, List<OwnValues> own) {
        if (cells.haveFewValues()) {
            return Verdict.CHANCE;
        }
        boolean areFew = allCome(FEW);
        if (own.stream().anyMatch(OwnValues::areCopied)
                || byImitations(oneOfEachKind(), RARE) == Verdict.COPIED) {
            return areEven || !areFew ? Verdict.AGAIN : Verdict.DRAWN;
        }
        if (areEven && !own.isEmpty()) {
            return Verdict.DRAWN;
        }
        return areFew || own.isEmpty() ? Verdict.CHANCE : Verdict.UNTOLD;
    }

    private List<OwnValues> ownValues() {
        return IntStream.range(cells.moments(), cells.rows()[0].length)
                .mapToObj(j -> new OwnValues(cells, kinds, j))
                .filter(OwnValues::areOwn)
                .toList();
    }

    /** Returns kinds of both tables that come three times and more, or are one number in all columns, where there are only a few such. */
    private LongOpenHashSet states() {
        var states =
                IntStream.range(cells.trainRows(), kinds.length)
                        .filter(
                                row ->
                                        counts.get(kinds[row]) >= STATE
                                                || isOneNumber(cells.rows()[row]))
                        .mapToLong(row -> kinds[row])
                        .filter(train::contains)
                        .distinct()
                        .toArray();
        return states.length < FEWEST_KINDS ? new LongOpenHashSet(states) : new LongOpenHashSet();
    }

    /** Zeros alone, or another number alone, stand for what was not measured, and have no digits of their own. */
    private static boolean isOneNumber(double[] row) {
        return row.length > 1 && Arrays.stream(row).allMatch(cell -> cell == row[0]);
    }

    /** Whether a row may be a state of which many rows are by nature. */
    boolean isState(int row) {
        return states.contains(kinds[row]);
    }

    /** Returns a row of each kind, without states; with them, where several others are found, which no state explains. */
    private int[] others() {
        var all = oneOfEachKind();
        var others = IntStream.of(all).filter(row -> !isState(row)).toArray();
        return found(others) < SEVERAL ? others : all;
    }

    private boolean allCome(double times) {
        return !ofLargeClasses.isEmpty()
                && ofLargeClasses.values().stream().allMatch(kinds -> kinds.come(times));
    }

    private boolean anyComes(double times) {
        return ofLargeClasses.values().stream().anyMatch(kinds -> kinds.come(times));
    }

    /** Whether rows come more equally often than drawn ones do; a sampler makes classes that are so unlike each other. */
    private boolean areEven() {
        return EvenCounts.are(counts.values())
                || ofLargeClasses.values().stream()
                        .anyMatch(kinds -> EvenCounts.are(kinds.counts.values()));
    }

    /** Of classes of a few rows each, all of them are one. */
    private Map<Integer, KindsOfClass> ofLargeClasses() {
        var sizes = new Int2IntOpenHashMap();
        IntStream.of(cells.classes()).forEach(code -> sizes.addTo(code, 1));
        var ofClass = new TreeMap<Integer, KindsOfClass>();
        for (int row = 0; row < kinds.length; row++) {
            if (!counts.containsKey(kinds[row])) {
                continue;
            }
            int code = cells.classes()[row];
            boolean isLarge = sizes.get(code) >= FEWEST_OF_A_CLASS;
            var of = ofClass.computeIfAbsent(isLarge ? code : -1, key -> new KindsOfClass());
            of.counts.addTo(kinds[row], 1);
            of.rows++;
        }
        ofClass.values().removeIf(of -> of.rows < FEWEST_OF_A_CLASS);
        ofClass.values()
                .forEach(of -> of.counts.keySet().forEach(each -> of.all += counts.get(each)));
        return ofClass;
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

    private Verdict byImitations(int[] test, double rare) {
        int found = found(test);
        if (found == 0) {
            return Verdict.UNTOLD;
        }
        var imitation =
                new Imitation(
                        cells.rows(),
                        test,
                        test,
                        FrequentValues.ofReal(cells.rows(), cells.texts(), cells.trainRows()),
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
            if (Surprise.is(rare, found, chance, i)) {
                return Verdict.COPIED;
            }
            if (Surprise.isNever(found, chance, i)) {
                return Verdict.CHANCE;
            }
            if (i >= FEWEST_IMITATIONS && !Surprise.is(rare, found, chance, most)) {
                return Verdict.UNTOLD;
            }
        }
        return Verdict.UNTOLD;
    }

    private int found(int[] test) {
        return count(train, cells.rows(), test);
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
