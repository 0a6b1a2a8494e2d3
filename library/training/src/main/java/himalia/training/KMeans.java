package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.UnsupervisedTrainer;
import himalia.sampling.Clusters;
import himalia.table.Seeds;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Groups around means: each row is of the group whose mean is nearest.
 *
 * <pre>{@code
 * Model model = new KMeans(3, 42).fit(table);
 * model.predict(table).groups()
 * Pipeline.of(new StandardScaler()).train(new KMeans(3, 10, 42)).fit(table)     // columns of several units, the best of ten starts
 * }</pre>
 *
 * <p>As scikit-learn's {@code KMeans}: one start by k-means++ with a choice among some points each, then Lloyd's rounds, 300 at most, until no row changes its
 * group or means hardly move (the squares of their ways add up to a ten-thousandth of the mean variance of the columns). Another start may find better groups:
 * of several the best is kept. S. Lloyd (1982): Least Squares Quantization in PCM. D. Arthur, S. Vassilvitskii (2007): k-means++.
 *
 * @param groups how many, at least 1
 * @param starts how often it begins anew, at least 1
 * @param seed makes two runs agree
 */
public record KMeans(int groups, int starts, long seed) implements UnsupervisedTrainer {
    /** When rounds end, as a share of the mean variance of the columns. */
    private static final double TOLERANCE = 1e-4;

    public KMeans {
        Checks.atLeast("groups", groups, 1);
        Checks.atLeast("starts", starts, 1);
    }

    /** Begins once. */
    public KMeans(int groups, long seed) {
        this(groups, 1, seed);
    }

    @Override
    public KMeansModel fit(Table table) {
        var rows = UnlabelledRows.forDistances(table, this);
        int distinct = UnlabelledRows.countDistinct(rows, groups);
        if (distinct < groups) {
            throw new IllegalArgumentException(
                    "%s cannot be parted into %s; take %d at most"
                            .formatted(
                                    Amount.of(distinct, "different row"),
                                    Amount.of(groups, "group"),
                                    distinct));
        }
        var best = best(rows);
        var counts = new int[groups];
        for (int group : best.clusters()) {
            counts[group]++;
        }
        var names = IntStream.range(0, groups).mapToObj(Integer::toString).toList();
        return new KMeansModel(
                Schema.of(table, new Target.Groups(names)),
                this,
                best.centres(),
                counts,
                best.inertia(rows),
                Provenance.of(table));
    }

    private Clusters best(double[][] rows) {
        var random = Seeds.random(seed);
        var best = start(rows, random.nextLong(), 0);
        var interrupt = new InterruptCheck();
        for (int start = 1; start < starts; start++) {
            TrainingInterrupted.check(name(), start, "starts", interrupt);
            var next = start(rows, random.nextLong(), start);
            best = next.inertia(rows) < best.inertia(rows) ? next : best;
        }
        return best;
    }

    private Clusters start(double[][] rows, long own, int done) {
        try {
            return Clusters.greedy(rows, groups, TOLERANCE, Seeds.random(own));
        } catch (CancellationException e) {
            throw TrainingInterrupted.of(name(), done, "starts", e);
        }
    }
}
