package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Adds synthetic rows of the rare classes within clusters in which they are not rare, more of them where they lie further
 * apart.
 *
 * <pre>{@code
 * Table balanced = new KMeansSmote(8, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>A class may get a few rows more than asked for, since each cluster's part is rounded up. The given rows come first, in
 * order; all features become real numbers.
 *
 * <p>F. Last, G. Douzas, F. Bacao (2017): Oversampling for Imbalanced Learning Based on K-Means and SMOTE.
 * arXiv:1711.00837.
 *
 * @param clusters into how many clusters all rows are put
 * @param neighbours how many neighbours of a row, in its cluster, may be drawn
 * @param leastShare how common, from 0 to 1, the class must be in a cluster; {@link #HALF_OF_PART} for half of its part in
 *     the rows that are added, which for two classes is 0.5, and for 0 where there is one cluster only
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record KMeansSmote(
        int clusters, int neighbours, double leastShare, Strategy strategy, long seed)
        implements SeededSampler {
    /** A class has to be half as common in a cluster as it is among the rows that are added. */
    public static final double HALF_OF_PART = -1;

    static final String NAME = "KMeansSmote";

    public KMeansSmote {
        Few.atLeastOne(clusters, "clusters");
        Few.atLeastOne(neighbours, "neighbours");
        if (leastShare != HALF_OF_PART && !(leastShare >= 0 && leastShare <= 1)) {
            throw new IllegalArgumentException(
                    "leastShare (--share) must be from 0 to 1, or KMeansSmote.HALF_OF_PART (-1), got "
                            + leastShare);
        }
        given(strategy, "strategy");
    }

    public KMeansSmote(int clusters, long seed) {
        this(clusters, 2, HALF_OF_PART, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, NAME);
        var targets = strategy.targets(Strategy.Kind.ADD, examples.classes());
        var draft = examples.draft();
        checkClusters(examples);
        var clusterOf = Clusters.of(examples.points(), clusters, random).clusters();
        var all = targets.values().stream().mapToInt(Integer::intValue).sum();
        targets.forEach(
                (code, count) -> {
                    if (count > 0) {
                        grow(examples, clusterOf, code, count, share(count, all), draft, random);
                    }
                });
        return examples.grown(draft);
    }

    void checkClusters(Examples examples) {
        if (clusters > examples.size()) {
            throw new IllegalArgumentException(
                    "%d clusters are more than the table has rows, %d; ask for fewer"
                            .formatted(clusters, examples.size()));
        }
    }

    /** Of one cluster for all rows nothing is asked, as in imbalanced-learn: a rare class is rare there. */
    private double share(int count, int all) {
        if (leastShare != HALF_OF_PART) {
            return leastShare;
        }
        return clusters == 1 ? 0 : (double) count / all / 2;
    }

    private void grow(
            Examples examples,
            int[] clusterOf,
            int code,
            int count,
            double share,
            Draft draft,
            RandomGenerator random) {
        // However clusters fall, of a class of fewer none holds enough.
        Few.rows(examples.classes(), code, neighbours + 1, NAME, neighbours);
        var chosen = chosen(examples.classes(), clusterOf, code, share);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "in no cluster are %s %% of the rows of class '%s', and more than %d of them; take %s clusters than %d, a share (leastShare, --share) below %s, or Smote"
                            .formatted(
                                    rounded(100 * share),
                                    examples.classes().names().get(code),
                                    neighbours,
                                    clusters > 1 ? "more or fewer" : "more",
                                    clusters,
                                    rounded(share)));
        }
        var sparsities =
                chosen.stream().mapToDouble(rows -> sparsity(examples.points(rows))).toArray();
        var sum = IntStream.range(0, sparsities.length).mapToDouble(i -> sparsities[i]).sum();
        for (var i = 0; i < sparsities.length; i++) {
            // Rows that are all the same have no distance to tell clusters apart by.
            var part = sum > 0 ? sparsities[i] / sum : 1.0 / sparsities.length;
            Segments.among(examples, chosen.get(i), chosen.get(i), neighbours)
                    .draw(draft, (int) Math.ceil(count * part), 1, random);
        }
    }

    /** Returns the rows of a class in each cluster where it is common enough. */
    private List<int[]> chosen(Classes classes, int[] clusterOf, int code, double share) {
        var sizes = new int[clusters];
        for (var cluster : clusterOf) {
            sizes[cluster]++;
        }
        var rows = classes.rows(code);
        var chosen = new ArrayList<int[]>();
        for (var cluster = 0; cluster < clusters; cluster++) {
            var here = cluster;
            var inside = IntStream.of(rows).filter(row -> clusterOf[row] == here).toArray();
            if (inside.length > neighbours && inside.length >= share * sizes[cluster]) {
                chosen.add(inside);
            }
        }
        return chosen;
    }

    private static String rounded(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(3, RoundingMode.DOWN))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** How far apart rows are: their mean distance, by a power that grows with their number, to the row. */
    private static double sparsity(double[][] points) {
        var count = points.length;
        var interrupt = new InterruptCheck();
        var sum =
                IntStream.range(0, count)
                        .parallel()
                        .mapToDouble(
                                i -> {
                                    interrupt.ask();
                                    return IntStream.range(0, i)
                                            .mapToDouble(
                                                    j ->
                                                            Math.sqrt(
                                                                    NearestRows.squared(
                                                                            points[i], points[j])))
                                            .sum();
                                })
                        .toArray();
        var whole = 0.0;
        for (var part : sum) {
            whole += part;
        }
        var mean = 2 * whole / ((double) count * (count - 1));
        var exponent = Math.pow(Math.log(count) / Math.log(1.6), 1.8) * 0.16;
        return Math.pow(mean, exponent) / count;
    }
}
