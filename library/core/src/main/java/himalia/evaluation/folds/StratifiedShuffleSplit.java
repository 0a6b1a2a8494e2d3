package himalia.evaluation.folds;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Some rows by chance to judge by and all others to learn from, with the same shares of classes in both.
 *
 * <pre>{@code
 * new StratifiedShuffleSplit(10, 0.1, 42).split(train, "churned")
 * }</pre>
 *
 * @param splits how many times, at least 1
 * @param testShare between 0 and 1; this share of the rows is judged by, rounded up
 * @param seed makes two runs agree
 */
public record StratifiedShuffleSplit(int splits, double testShare, long seed) implements Splitter {
    public StratifiedShuffleSplit {
        FoldNumbers.checkRepeats("splits", splits);
        ShuffleSplit.checkShare(testShare);
    }

    @Override
    public List<Fold> split(Table table, String label) {
        return split(table, label, Seeds.random(seed));
    }

    /**
     * Cuts the rows of a table.
     *
     * @param random chooses those that are judged by, instead of the seed
     * @throws IllegalArgumentException if a class has too few rows for both parts
     */
    public List<Fold> split(Table table, String label, RandomGenerator random) {
        given(random, "random");
        var labels = FoldNumbers.labels(table, label);
        var counts = labels.counts();
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] < 2) {
                throw new IllegalArgumentException(
                        "class '%s' of '%s' has 1 row only, and each part needs one; drop it, or add rows of its class"
                                .formatted(labels.classes().get(k), label));
            }
        }
        int testRows = ShuffleSplit.testRows(labels.size(), testShare);
        if (Math.min(testRows, labels.size() - testRows) < counts.length) {
            throw new IllegalArgumentException(
                    "a test share of %s cuts %d rows into %d and %d, and '%s' has %d classes, of each of which both parts need a row; take another share, or more rows"
                            .formatted(
                                    testShare,
                                    labels.size(),
                                    labels.size() - testRows,
                                    testRows,
                                    label,
                                    counts.length));
        }
        var shares = shares(counts, testRows);
        return Stream.generate(() -> drawn(labels, shares, random))
                .limit(splits)
                .map(test -> Fold.withoutTest(labels.size(), test))
                .toList();
    }

    /** Gives each class its part of {@code wanted} rows: whole rows first, then the largest remainders. */
    private static int[] shares(int[] counts, int wanted) {
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

    private static int[] drawn(Labels labels, int[] shares, RandomGenerator random) {
        return IntStream.range(0, shares.length)
                .flatMap(
                        k -> {
                            var members =
                                    IntStream.range(0, labels.size())
                                            .filter(row -> labels.code(row) == k)
                                            .toArray();
                            Shuffle.first(members, shares[k], random);
                            return IntStream.of(members).limit(shares[k]);
                        })
                .sorted()
                .toArray();
    }
}
