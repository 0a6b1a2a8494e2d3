package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.folds.Fold;
import himalia.evaluation.folds.ShuffleSplit;
import himalia.evaluation.folds.StratifiedShuffleSplit;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
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
        return of(table, new ShuffleSplit(1, testShare, 0).split(table.rowCount(), random).get(0));
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
        return of(
                table,
                new StratifiedShuffleSplit(1, testShare, 0).split(table, label, random).get(0));
    }

    /** Cuts a table as a fold says. */
    public static Split of(Table table, Fold fold) {
        given(table, "table");
        given(fold, "fold");
        return new Split(fold.train(table), fold.test(table));
    }

    @Override
    public String toString() {
        return "Split[train=%d rows, test=%d rows]".formatted(train.rowCount(), test.rowCount());
    }
}
