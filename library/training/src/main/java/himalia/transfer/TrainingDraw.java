package himalia.transfer;

import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows to learn from, drawn so that each class has its share, and one row at least. */
final class TrainingDraw {
    private TrainingDraw() {}

    /** Returns row numbers in their order. With the same seed more rows are those of fewer and others, but for rounding. */
    static int[] of(Labels labels, int size, long seed) {
        var random = Seeds.random(seed);
        var shares = shares(labels.counts(), size);
        return IntStream.range(0, shares.length)
                .flatMap(
                        k -> {
                            var members =
                                    IntStream.range(0, labels.size())
                                            .filter(row -> labels.code(row) == k)
                                            .toArray();
                            return Arrays.stream(Shuffle.all(members, random)).limit(shares[k]);
                        })
                .sorted()
                .toArray();
    }

    /** Gives each class a row, and of the others its part: whole rows first, then the largest remainders. */
    private static int[] shares(int[] counts, int size) {
        int others = Arrays.stream(counts).sum() - counts.length;
        int wanted = size - counts.length;
        var shares = new int[counts.length];
        var remainders = new double[counts.length];
        int left = wanted;
        for (int k = 0; k < counts.length; k++) {
            double exact = (double) (counts[k] - 1) * wanted / Math.max(1, others);
            shares[k] = (int) exact;
            remainders[k] = exact - shares[k];
            left -= shares[k];
            shares[k]++;
        }
        IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -remainders[k]))
                .limit(left)
                .forEach(k -> shares[k]++);
        return shares;
    }
}
