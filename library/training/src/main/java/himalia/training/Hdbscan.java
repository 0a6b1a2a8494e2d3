package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.model.GroupPredictions;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.UnsupervisedTrainer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import tech.tablesaw.api.Table;

/**
 * Groups where rows lie densely, as many as there are and of any shape; what lies between them is noise. By Tribuo.
 *
 * <pre>{@code
 * HdbscanModel model = new Hdbscan(5).fit(table);
 * model.groups()                          // of the rows learnt from; GroupPredictions.NOISE for none
 * model.predict(test).groups()        // of any rows; of those learnt from the same groups
 * }</pre>
 *
 * <p>R. Campello, D. Moulavi, J. Sander (2013): Density-Based Clustering Based on Hierarchical Density Estimates. It draws nothing, and needs no seed.
 * Every row is compared with every other: 20,000 rows take some ten seconds, and 100,000 some minutes; of more rows take a sample. A row at the border of a
 * group may be noise where scikit-learn has it in the group, or the other way round.
 *
 * @param leastRows how many rows a group has at least, 2 or more; scikit-learn's {@code min_cluster_size}
 * @param neighbours how far the nearest rows, itself among them, tell how dense it is around a row, 1 or more; {@code min_samples}
 */
public record Hdbscan(int leastRows, int neighbours) implements UnsupervisedTrainer {
    /** Tribuo tells of each training that it is done. */
    private static final Logger TALKER = Logger.getLogger(HdbscanTrainer.class.getName());

    static {
        TALKER.setLevel(Level.WARNING);
    }

    public Hdbscan {
        Checks.atLeast("leastRows", leastRows, 2);
        Checks.atLeast("neighbours", neighbours, 1);
    }

    /** Asks as many neighbours as a group has rows at least. */
    public Hdbscan(int leastRows) {
        this(leastRows, leastRows);
    }

    @Override
    public HdbscanModel fit(Table table) {
        var rows = UnlabelledRows.forDistances(table, this);
        if (neighbours >= rows.length || leastRows >= rows.length) {
            throw new IllegalArgumentException(
                    "%s are too few for groups of %s and %s; take smaller groups, or more rows"
                            .formatted(
                                    Amount.of(rows.length, "row"),
                                    Amount.of(leastRows, "row"),
                                    Amount.of(neighbours, "neighbour")));
        }
        var groups = groups(rows);
        int count = Arrays.stream(groups).max().orElse(GroupPredictions.NOISE) + 1;
        return new HdbscanModel(
                Schema.of(table, new Target.Groups(names(count))),
                this,
                DensityGroups.of(rows, groups, count, neighbours),
                Provenance.of(table));
    }

    /** Returns the group of each row, numbered in the order in which they come. */
    private int[] groups(double[][] rows) {
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("distances", rows.length * 3L * rows.length / 2)) {
            var distance =
                    new HeardDistance(
                            done -> {
                                TrainingInterrupted.check(name(), 0, "groups", interrupt);
                                progress.advance(done);
                            });
            var found =
                    new HdbscanTrainer(
                                    leastRows,
                                    distance,
                                    neighbours,
                                    1,
                                    NeighboursQueryFactoryType.BRUTE_FORCE)
                            .train(dataset(rows));
            progress.finish("");
            var numbers = new HashMap<Integer, Integer>();
            return found.getClusterLabels().stream()
                    .mapToInt(
                            label ->
                                    label == 0
                                            ? GroupPredictions.NOISE
                                            : numbers.computeIfAbsent(
                                                    label, each -> numbers.size()))
                    .toArray();
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static MutableDataset<ClusterID> dataset(double[][] rows) {
        var factory = new ClusteringFactory();
        var dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("table", factory), factory);
        var names = FeatureNames.ordered(rows[0].length);
        for (var row : rows) {
            dataset.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, row));
        }
        return dataset;
    }
}
