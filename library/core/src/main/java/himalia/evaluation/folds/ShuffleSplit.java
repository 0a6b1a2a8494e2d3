package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Some rows by chance to judge by and all others to learn from, as often as is asked; a row may be judged by twice, or never.
 *
 * <pre>{@code
 * new ShuffleSplit(10, 0.1, 42).split(homes, "price")
 * }</pre>
 *
 * @param splits how many times, at least 1
 * @param testShare between 0 and 1; this share of the rows is judged by, rounded up
 * @param seed makes two runs agree
 */
public record ShuffleSplit(int splits, double testShare, long seed) implements Splitter {
    public ShuffleSplit {
        FoldNumbers.checkRepeats("splits", splits);
        checkShare(testShare);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        return split(FoldNumbers.rows(table, label), Seeds.random(seed));
    }

    /**
     * Cuts so many rows.
     *
     * @param random chooses those that are judged by, instead of the seed
     */
    public List<Fold> split(int rows, RandomGenerator random) {
        given(random, "random");
        int testRows = testRows(rows, testShare);
        return Stream.generate(() -> IntStream.range(0, rows).toArray())
                .limit(splits)
                .map(all -> Shuffle.first(all, testRows, random))
                .map(drawn -> IntStream.of(drawn).limit(testRows).sorted().toArray())
                .map(test -> Fold.withoutTest(rows, test))
                .toList();
    }

    static void checkShare(double testShare) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException(
                    "the share of test rows must be between 0 and 1, got " + testShare);
        }
    }

    static int testRows(int rows, double testShare) {
        int testRows = (int) Math.ceil(testShare * rows);
        if (testRows >= rows) {
            throw new IllegalArgumentException(
                    "a test share of %s leaves none of %d rows to learn from"
                            .formatted(testShare, rows));
        }
        return testRows;
    }
}
