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
 * Pipeline.of(new StandardScaler()).train(new KMeans(3, 10, 42)).fit(table)     // columns of several units
 * }</pre>
 *
 * <p>As scikit-learn's {@code KMeans}: starts by k-means++ with a choice among some points each, then Lloyd's rounds, to their end; of several starts the best
 * is kept (Tribuo's begins once). S. Lloyd (1982): Least Squares Quantization in PCM. D. Arthur, S. Vassilvitskii (2007): k-means++.
 *
 * @param groups how many, at least 1
 * @param starts how often it begins anew, at least 1
 * @param seed makes two runs agree
 */
public record KMeans(int groups, int starts, long seed) implements UnsupervisedTrainer {
    private static final int STARTS = 10;

    public KMeans {
        Checks.atLeast("groups", groups, 1);
        Checks.atLeast("starts", starts, 1);
    }

    /** Begins ten times. */
    public KMeans(int groups, long seed) {
        this(groups, STARTS, seed);
    }

    @Override
    public KMeansModel fit(Table table) {
        var rows = UnlabelledRows.forDistances(table, this);
        int distinct = UnlabelledRows.countDistinct(table);
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
            return Clusters.greedy(rows, groups, Seeds.random(own));
        } catch (CancellationException e) {
            throw TrainingInterrupted.of(name(), done, "starts", e);
        }
    }
}
