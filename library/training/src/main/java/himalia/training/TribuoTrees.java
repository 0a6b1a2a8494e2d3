package himalia.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.Entropy;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Lets Tribuo's CART grow a tree, and writes down what grew; shares of its leaves are counted here, since it adds up floats. */
final class TribuoTrees {
    private final String[] features;
    private final List<String> classes;
    private final List<Integer> asked = new ArrayList<>();
    private final List<Double> cuts = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();

    private TribuoTrees(int width, int classes) {
        features = names(width);
        this.classes = List.of(names(classes));
    }

    /** Tribuo orders features by their names: with as many digits each they stay in order. */
    static String[] names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "%08d", i))
                .toArray(String[]::new);
    }

    /**
     * Grows a tree.
     *
     * @param codes the class of each row
     * @param weights what each row counts; rows of none are left out
     * @param ask throws where the tree is to end; it is asked while cuts are tried
     */
    static Tree grow(
            double[][] rows,
            int[] codes,
            double[] weights,
            int classes,
            TreeSettings settings,
            Runnable ask) {
        var grower = new TribuoTrees(rows[0].length, classes);
        var tree = grower.written(grower.grown(rows, codes, weights, settings, ask));
        var counts = TreeGains.counts(tree, rows, codes, weights, classes);
        var covers = Arrays.stream(counts).mapToDouble(each -> Arrays.stream(each).sum()).toArray();
        return tree.withShares(
                        Arrays.stream(counts).map(TreeGains::shares).toArray(double[][]::new))
                .counted(covers, TreeGains.of(tree, counts, rows[0].length, settings.entropy()));
    }

    private TreeModel<Label> grown(
            double[][] rows, int[] codes, double[] weights, TreeSettings settings, Runnable ask) {
        var factory = new LabelFactory();
        var dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("table", factory), factory);
        var mean = Arrays.stream(weights).sum() / weights.length;
        for (var i = 0; i < rows.length; i++) {
            if (weights[i] > 0) {
                var label = new Label(classes.get(codes[i]));
                var weight = (float) (weights[i] / mean);
                var example = new ArrayExample<>(label, features, rows[i]);
                example.setWeight(weight);
                dataset.add(example);
            }
        }
        var trainer =
                new CARTClassificationTrainer(
                        settings.depth() == 0 ? Integer.MAX_VALUE : settings.depth(),
                        Float.MIN_NORMAL,
                        0,
                        (float) settings.features(),
                        settings.randomCuts(),
                        new HeardImpurity(
                                settings.entropy() ? new Entropy() : new GiniIndex(), ask),
                        settings.seed());
        return (TreeModel<Label>) trainer.train(dataset);
    }

    private Tree written(TreeModel<Label> grown) {
        write(grown.getRoot(), (ImmutableFeatureMap) grown.getFeatureIDMap());
        return new Tree(
                asked.stream().mapToInt(Integer::intValue).toArray(),
                cuts.stream().mapToDouble(Double::doubleValue).toArray(),
                next.stream().mapToInt(pair -> pair[0]).toArray(),
                next.stream().mapToInt(pair -> pair[1]).toArray(),
                new double[asked.size()][]);
    }

    /** A node that is to be written, and where its number goes. */
    private record Waiting(Node<Label> node, int[] siblings, int side) {}

    /** Each node before its children, the lower ones first; without recursion, since a tree may be as high as its rows are many. */
    private void write(Node<Label> root, ImmutableFeatureMap names) {
        var waiting = new ArrayDeque<Waiting>();
        waiting.push(new Waiting(root, new int[2], 0));
        while (!waiting.isEmpty()) {
            var each = waiting.pop();
            each.siblings()[each.side()] = asked.size();
            var children = new int[2];
            next.add(children);
            if (each.node() instanceof SplitNode<Label> split) {
                asked.add(Integer.parseInt(names.get(split.getFeatureID()).getName()));
                cuts.add(split.splitValue());
                waiting.push(new Waiting(split.getGreaterThan(), children, 1));
                waiting.push(new Waiting(split.getLessThanOrEqual(), children, 0));
            } else {
                asked.add(-1);
                cuts.add(0.0);
            }
        }
    }
}
