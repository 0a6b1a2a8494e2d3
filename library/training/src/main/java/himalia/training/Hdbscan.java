package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.GroupPredictions;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.UnsupervisedTrainer;
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
 * model.predict(table).groups()       // of any rows, by the nearest of those in the middle of groups
 * }</pre>
 *
 * <p>R. Campello, D. Moulavi, J. Sander (2013): Density-Based Clustering Based on Hierarchical Density Estimates. Every row is compared with every other. It draws
 * nothing, and needs no seed.
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
        var interrupt = new InterruptCheck();
        var distance =
                new HeardDistance(() -> TrainingInterrupted.check(name(), 0, "groups", interrupt));
        var found =
                new HdbscanTrainer(
                                leastRows,
                                distance,
                                neighbours,
                                1,
                                NeighboursQueryFactoryType.BRUTE_FORCE)
                        .train(dataset(rows));
        var numbers = new HashMap<Integer, Integer>();
        var groups =
                found.getClusterLabels().stream()
                        .mapToInt(
                                label ->
                                        label == 0
                                                ? GroupPredictions.NOISE
                                                : numbers.computeIfAbsent(
                                                        label, each -> numbers.size()))
                        .toArray();
        // Those without a group are no example of one.
        var exemplars =
                found.getClusterExemplars().stream()
                        .filter(each -> numbers.containsKey(each.getLabel()))
                        .toList();
        return new HdbscanModel(
                Schema.of(table, new Target.Groups(names(numbers.size()))),
                this,
                groups,
                exemplars.stream()
                        .map(each -> each.getFeatures().toArray())
                        .toArray(double[][]::new),
                exemplars.stream().mapToInt(each -> numbers.get(each.getLabel())).toArray(),
                exemplars.stream().mapToDouble(each -> each.getMaxDistToEdge()).toArray(),
                Provenance.of(table));
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static MutableDataset<ClusterID> dataset(double[][] rows) {
        var factory = new ClusteringFactory();
        var dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("table", factory), factory);
        var names = TribuoTrees.names(rows[0].length);
        for (var row : rows) {
            dataset.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, row));
        }
        return dataset;
    }
}
