package himalia.training;

import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.UnsupervisedTrainer;
import himalia.table.Quantile;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Trees that ask at random: a row that few questions part from all others is unlike them.
 *
 * <pre>{@code
 * Model model = new IsolationForest(100, 42).fit(table);
 * model.predict(table).table()                         // score, anomaly
 * new IsolationForest(100, 256, 0.01, 42).fit(table)   // one row in a hundred is called an anomaly
 * }</pre>
 *
 * <p>F. T. Liu, K. M. Ting, Z.-H. Zhou (2008): Isolation Forest. A score is that of the paper, from 0 to 1, which is scikit-learn's {@code score_samples} with the
 * other sign; about 0.5 is usual. Tribuo has no such forest.
 *
 * @param trees how many, at least 1
 * @param samples of how many rows, drawn without replacement, each tree is grown; at least 2; where there are fewer, of all, which the model's outcome tells
 * @param contamination the share of the rows learnt from that are called anomalies, at most 0.5; 0 to call so what scores above 0.5
 * @param seed makes two runs agree
 */
public record IsolationForest(int trees, int samples, double contamination, long seed)
        implements UnsupervisedTrainer {
    private static final int SAMPLES = 256;
    private static final double USUAL = 0.5;

    /** So many trees are grown, and so many rows times trees asked, before the next ones. */
    private static final int MOST = 256;

    private static final int CELLS = 1 << 20;

    public IsolationForest {
        Checks.atLeast("trees", trees, 1);
        Checks.atLeast("samples", samples, 2);
        if (!(contamination >= 0 && contamination <= USUAL)) {
            throw new IllegalArgumentException(
                    "contamination is a share of at most 0.5, or 0 for what scores above 0.5, got "
                            + contamination);
        }
    }

    /** Grows trees of 256 rows, and calls anomalies what scores above 0.5. */
    public IsolationForest(int trees, long seed) {
        this(trees, SAMPLES, 0, seed);
    }

    @Override
    public IsolationModel fit(Table table) {
        var rows = UnlabelledRows.of(table, this);
        if (rows.length < 2) {
            throw new IllegalArgumentException(
                    "one row alone is like no other and unlike none; give two at least");
        }
        int size = Math.min(samples, rows.length);
        var all = IntStream.range(0, rows.length).toArray();
        var lengths = new PathLengths(rows);
        var grown =
                new Forest(name(), trees, seed)
                        .grown(
                                (random, ask) -> {
                                    var drawn = Shuffle.first(all.clone(), size, random);
                                    var some = new double[size][];
                                    Arrays.setAll(some, i -> rows[drawn[i]]);
                                    return new IsolationTree(some, random, ask).grow();
                                },
                                contamination == 0 ? trees : round(rows.length),
                                more -> {
                                    if (contamination > 0) {
                                        lengths.add(more, () -> {});
                                    }
                                });
        double threshold = contamination == 0 ? USUAL : threshold(lengths.scores(size));
        return new IsolationModel(
                Schema.of(table, new Target.Scores(threshold)),
                this,
                grown,
                size,
                Provenance.of(table));
    }

    /** An interrupt waits until the rows are scored by the trees at hand: of many rows they are fewer. */
    private static int round(int rows) {
        return Math.max(Runtime.getRuntime().availableProcessors(), Math.min(MOST, CELLS / rows));
    }

    /** So many score more that they are the share that is wanted. */
    private double threshold(double[] scores) {
        Arrays.sort(scores);
        return Quantile.of(scores, 1 - contamination);
    }
}
