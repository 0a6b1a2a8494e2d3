package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A table cut in two: one part to learn from, one to judge by.
 *
 * <pre>{@code
 * var split = Split.stratified(table, "churned", 0.25, 42);
 * Model model = trainer.fit(split.train(), "churned");
 * Report.of(model, split.test())
 * }</pre>
 *
 * @param train the rows to learn from, in the table's order
 * @param test the other rows, in the table's order
 */
public record Split(Table train, Table test) {
    public Split {
        given(train, "train");
        given(test, "test");
    }

    /** Cuts a table by chance, as where the label is a number. */
    public static Split random(Table table, double testShare, long seed) {
        return random(table, testShare, new SplittableRandom(seed));
    }

    /**
     * Cuts a table by chance.
     *
     * @param testShare between 0 and 1; the test part has this share of the rows, rounded up
     * @param random chooses the rows
     */
    public static Split random(Table table, double testShare, RandomGenerator random) {
        given(table, "table");
        given(random, "random");
        checkShare(testShare);
        int testRows = testRows(table.rowCount(), testShare);
        var inTest = new boolean[table.rowCount()];
        var order = new ArrayList<>(IntStream.range(0, inTest.length).boxed().toList());
        for (int i = 0; i < testRows; i++) {
            Collections.swap(order, i, i + random.nextInt(order.size() - i));
            inTest[order.get(i)] = true;
        }
        return cut(table, inTest);
    }

    /** Cuts a table so that each class has the same share in both parts. */
    public static Split stratified(Table table, String label, double testShare, long seed) {
        return stratified(table, label, testShare, new SplittableRandom(seed));
    }

    /**
     * Cuts a table so that each class has the same share in both parts.
     *
     * @param label the column that names the classes
     * @param testShare between 0 and 1; the test part has this share of the rows, rounded up
     * @param random chooses the rows
     */
    public static Split stratified(
            Table table, String label, double testShare, RandomGenerator random) {
        given(table, "table");
        given(label, "label");
        given(random, "random");
        checkShare(testShare);
        var labels = Labels.toLearn(table, label);
        var counts = labels.counts();
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] < 2) {
                throw new IllegalArgumentException(
                        "class '%s' of '%s' has 1 row only; a split needs one for each part"
                                .formatted(labels.classes().get(k), label));
            }
        }
        int testRows = testRows(labels.size(), testShare);
        if (Math.min(testRows, labels.size() - testRows) < counts.length) {
            throw new IllegalArgumentException(
                    "a test share of %s cuts %d rows into %d and %d, and '%s' has %d classes; each part needs one row of each"
                            .formatted(
                                    testShare,
                                    labels.size(),
                                    labels.size() - testRows,
                                    testRows,
                                    label,
                                    counts.length));
        }
        return cut(table, drawn(labels, shares(counts, testRows), random));
    }

    private static void checkShare(double testShare) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException(
                    "the share of test rows must be between 0 and 1, got " + testShare);
        }
    }

    private static int testRows(int rows, double testShare) {
        int testRows = (int) Math.ceil(testShare * rows);
        if (testRows >= rows) {
            throw new IllegalArgumentException(
                    "a test share of %s leaves none of %d rows to learn from"
                            .formatted(testShare, rows));
        }
        return testRows;
    }

    private static Split cut(Table table, boolean[] inTest) {
        return new Split(
                table.rows(rows(inTest, false)).setName(table.name()),
                table.rows(rows(inTest, true)).setName(table.name()));
    }

    /** Gives each class its part of {@code wanted} rows: whole rows first, then the largest remainders. */
    static int[] shares(int[] counts, int wanted) {
        int all = Arrays.stream(counts).sum();
        var shares = new int[counts.length];
        var remainders = new double[counts.length];
        int left = wanted;
        for (int k = 0; k < counts.length; k++) {
            double exact = (double) counts[k] * wanted / all;
            shares[k] = (int) exact;
            remainders[k] = exact - shares[k];
            left -= shares[k];
        }
        var order =
                IntStream.range(0, counts.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> -remainders[k]))
                        .toList();
        for (int k : order.subList(0, left)) {
            shares[k]++;
        }
        return shares;
    }

    private static boolean[] drawn(Labels labels, int[] shares, RandomGenerator random) {
        var inTest = new boolean[labels.size()];
        for (int k = 0; k < shares.length; k++) {
            var members = members(labels, k);
            for (int i = 0; i < shares[k]; i++) {
                Collections.swap(members, i, i + random.nextInt(members.size() - i));
                inTest[members.get(i)] = true;
            }
        }
        return inTest;
    }

    private static List<Integer> members(Labels labels, int code) {
        var members = new ArrayList<Integer>();
        for (int row = 0; row < labels.size(); row++) {
            if (labels.code(row) == code) {
                members.add(row);
            }
        }
        return members;
    }

    private static int[] rows(boolean[] inTest, boolean wanted) {
        return IntStream.range(0, inTest.length).filter(row -> inTest[row] == wanted).toArray();
    }

    @Override
    public String toString() {
        return "Split[train=%d rows, test=%d rows]".formatted(train.rowCount(), test.rowCount());
    }
}
