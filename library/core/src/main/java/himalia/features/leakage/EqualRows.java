package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import tech.tablesaw.api.Table;

/**
 * Test rows that are in the training table, too. They were copied if there are more of them than among imitations of the test
 * table; where rows are of few values, they are equal by chance, and nobody has copied them.
 */
final class EqualRows {
    private static final double RARE = 1e-3;

    /** Copies have the label of what they are copied from; so many equal rows with two labels are no copies. */
    private static final double CONFLICTS = 0.1;

    /** How probable it is that so many of some copies miss a cell, at most, for them to be none. */
    private static final double HOLES_BY_CHANCE = 0.01;

    /** One copy or two may well be of rows that miss a cell. */
    private static final int FEWEST_HOLED = 3;

    /** Copies of training rows in the training table are no values of their own. */
    private static final double OWN = 0.8;

    /** Where rows come three times in each class, the table has few kinds of them. */
    private static final int KINDS = 3;

    private static final int FEWEST_OF_A_CLASS = 10;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_IMITATED = 300_000;
    private static final int FEWEST_IMITATIONS = 4;

    /** Numbers that differ by less are equal; computing with them leaves that much. */
    private static final double EXACT = 1e-9;

    /** Farther apart than numbers, so that the nearest rows are of the same texts. */
    private static final double TEXTS_APART = 10;

    private final int trainRows;
    private final double[][] rows;
    private final int numbers;

    private EqualRows(Table train, Table test, List<String> columns, Numbers values) {
        var texts =
                columns.stream()
                        .filter(name -> !(Numbers.are(train, name) && Numbers.are(test, name)))
                        .toList();
        trainRows = train.rowCount();
        numbers = values.names().size();
        rows = new double[values.rows().length][];
        Arrays.setAll(rows, row -> Arrays.copyOf(values.rows()[row], numbers + texts.size()));
        for (int j = 0; j < texts.size(); j++) {
            var codes = new HashMap<String, Integer>();
            var ofTrain = train.column(texts.get(j));
            var ofTest = test.column(texts.get(j));
            for (int row = 0; row < rows.length; row++) {
                boolean isTrain = row < trainRows;
                var column = isTrain ? ofTrain : ofTest;
                int at = isTrain ? row : row - trainRows;
                var level = Tables.isMissing(column, at) ? "" : Tables.level(column, at);
                int code = codes.computeIfAbsent(level, key -> codes.size());
                rows[row][numbers + j] = TEXTS_APART * code;
            }
        }
    }

    static List<Leak> of(
            Table train,
            Table test,
            String label,
            List<String> columns,
            List<String> classes,
            Map<Integer, List<Integer>> duplicates,
            Numbers values) {
        if (duplicates.isEmpty()) {
            return List.of();
        }
        var learnt = Labels.toCompare(train, label, classes);
        var asked = Labels.toCompare(test, label, classes);
        int conflicts = conflicts(duplicates, learnt, asked);
        var equal = new EqualRows(train, test, columns, values);
        boolean differ = conflicts > CONFLICTS * duplicates.size();
        boolean areOfHoles = areOfHoles(test, columns, duplicates.keySet());
        // What rows that miss the same cells have left tells whether they are copies.
        var left = areOfHoles ? whole(test, columns, duplicates.keySet()) : columns;
        var asLeft = areOfHoles ? new EqualRows(train, test, left, values.select(left)) : equal;
        boolean isCopied = !differ && !left.isEmpty() && asLeft.areCopied(learnt);
        var first = duplicates.entrySet().iterator().next();
        var text =
                "%d of %s %s: row %d is its row %d; %s"
                        .formatted(
                                duplicates.size(),
                                Amount.of(test.rowCount(), "test row"),
                                isCopied
                                        ? "are in the training table, too"
                                        : differ && equal.hasColumnOfItsOwnValues()
                                                ? "equal rows of the training table, and too many have another label to be copies"
                                                : areOfHoles
                                                        ? "equal rows of the training table, as rows that miss the same cells do"
                                                        : "equal rows of the training table, as rows of so few values do",
                                first.getKey(),
                                first.getValue().get(0),
                                conflicts == 0
                                        ? "the labels are the same"
                                        : "%d of them %s another label in the training table"
                                                .formatted(
                                                        conflicts,
                                                        conflicts == 1 ? "has" : "have"));
        return List.of(
                new Leak(
                        isCopied ? Leak.Kind.DUPLICATES : Leak.Kind.EQUAL_ROWS,
                        "",
                        text,
                        isCopied
                                ? "drop duplicates before the split, and copy rows (RandomOverSampler) after it"
                                : "see whether they are the same thing seen twice; if so, keep both in one table",
                        List.copyOf(duplicates.keySet())));
    }

    /** Whether more of the equal rows miss a cell than of all rows: copies are of any rows. */
    private static boolean areOfHoles(Table test, List<String> columns, Set<Integer> equal) {
        IntPredicate hasHole =
                row -> columns.stream().anyMatch(name -> Tables.isMissing(test.column(name), row));
        int holed = (int) equal.stream().filter(hasHole::test).count();
        double share =
                IntStream.range(0, test.rowCount()).filter(hasHole).count()
                        / (double) test.rowCount();
        return holed >= FEWEST_HOLED
                && new BinomialDistribution(null, equal.size(), share)
                                .cumulativeProbability(holed - 1)
                        > 1 - HOLES_BY_CHANCE;
    }

    /** Returns the columns of which none of some rows misses a cell. */
    private static List<String> whole(Table test, List<String> columns, Set<Integer> rows) {
        return columns.stream()
                .filter(
                        name ->
                                rows.stream()
                                        .noneMatch(row -> Tables.isMissing(test.column(name), row)))
                .toList();
    }

    /** Whether nearly every training row has a number of its own: rows are not equal by chance then. */
    private boolean hasColumnOfItsOwnValues() {
        return IntStream.range(0, numbers)
                .anyMatch(
                        j ->
                                IntStream.range(0, trainRows)
                                                .mapToDouble(row -> rows[row][j])
                                                .distinct()
                                                .count()
                                        >= OWN * trainRows);
    }

    /** Test rows that equal each other have one list of training rows, which is read once. */
    private static int conflicts(
            Map<Integer, List<Integer>> duplicates, Labels learnt, Labels asked) {
        var only = new IdentityHashMap<List<Integer>, Integer>();
        int conflicts = 0;
        for (var each : duplicates.entrySet()) {
            int code = only.computeIfAbsent(each.getValue(), rows -> onlyClass(rows, learnt));
            conflicts += code == asked.code(each.getKey()) ? 0 : 1;
        }
        return conflicts;
    }

    /** Returns the class of the rows; -1 where they have several. */
    private static int onlyClass(List<Integer> rows, Labels learnt) {
        int code = learnt.code(rows.get(0));
        return rows.stream().allMatch(row -> learnt.code(row) == code) ? code : -1;
    }

    private boolean areCopied(Labels learnt) {
        var train = new HashSet<List<Long>>();
        var ofClass = new ArrayList<Set<List<Long>>>();
        learnt.classes().forEach(name -> ofClass.add(new HashSet<>()));
        for (int row = 0; row < trainRows; row++) {
            var key = key(rows[row]);
            train.add(key);
            ofClass.get(learnt.code(row)).add(key);
        }
        if (isOfFewKinds(learnt.counts(), ofClass)) {
            return false;
        }
        var kinds = new HashMap<List<Long>, Integer>();
        for (int row = trainRows; row < rows.length; row++) {
            kinds.putIfAbsent(key(rows[row]), row);
        }
        var test = kinds.values().stream().mapToInt(row -> row).sorted().toArray();
        if (test.length > MOST_ROWS) {
            int step = test.length / MOST_ROWS + 1;
            var all = test;
            test = IntStream.range(0, all.length / step).map(i -> all[i * step]).toArray();
        }
        return areCopied(train, test);
    }

    private static boolean isOfFewKinds(int[] counts, List<Set<List<Long>>> kinds) {
        var large =
                IntStream.range(0, counts.length)
                        .filter(code -> counts[code] >= FEWEST_OF_A_CLASS)
                        .toArray();
        return large.length > 0
                && IntStream.of(large)
                        .allMatch(code -> KINDS * kinds.get(code).size() <= counts[code]);
    }

    /** Each kind of row counts once: many copies of one row may be the row that most things look like. */
    private boolean areCopied(Set<List<Long>> train, int[] test) {
        int found = count(train, rows, test);
        var imitation = new Imitation(rows, test, test, new FrequentValues(rows, numbers), numbers);
        int most = Math.max(FEWEST_IMITATIONS, MOST_IMITATED / Math.max(1, test.length));
        var imitated = rows.clone();
        int moved = 0;
        int crossed = 0;
        var interrupt = new InterruptCheck();
        for (int i = 1; i <= most; i++) {
            interrupt.ask();
            imitation.moved(rows, imitated);
            moved += count(train, imitated, test);
            imitation.crossed(rows, imitated);
            crossed += count(train, imitated, test);
            if (Surprise.is(RARE, found, Math.max(moved, crossed), i)) {
                return true;
            }
            if (Surprise.isNever(found, Math.max(moved, crossed), i)) {
                return false;
            }
        }
        return false;
    }

    private static int count(Set<List<Long>> train, double[][] rows, int[] test) {
        var found = new HashSet<List<Long>>();
        for (int row : test) {
            var key = key(rows[row]);
            if (train.contains(key)) {
                found.add(key);
            }
        }
        return found.size();
    }

    /** Returns what rows of the same numbers have in common. */
    static List<Long> key(double[] row) {
        return Arrays.stream(row).mapToObj(value -> Math.round(value / EXACT)).toList();
    }
}
