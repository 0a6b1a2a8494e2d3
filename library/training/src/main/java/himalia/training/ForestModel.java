package himalia.training;

import himalia.display.bundle.InterruptCheck;
import himalia.features.TwelveDigits;
import himalia.model.Contributions;
import himalia.model.GrownTree;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * A tree, or several whose shares or numbers are averaged; shares to twelve digits: which of two classes is as probable as another is not
 * told by the order in which trees are added up.
 *
 * <pre>{@code
 * if (new DecisionTree(4, 42).fit(train, "churned") instanceof ForestModel forest) {
 *     display(forest.trees().size() + " trees, " + forest.leaves() + " leaves");
 * }
 * }</pre>
 */
public final class ForestModel implements Model {
    /** Rows that a tree is asked for before the next one is. */
    private static final int BLOCK = 512;

    private final Schema schema;
    private final Trainer trainer;
    private final List<Tree> trees;
    private final Provenance provenance;

    ForestModel(Schema schema, Trainer trainer, List<Tree> trees, Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.trees = List.copyOf(trees);
        this.provenance = provenance;
    }

    /** Trees in a file. */
    record SavedForest(Schema schema, Trainer trainer, List<Tree> trees, Provenance provenance)
            implements Saved<ForestModel> {
        @Override
        public ForestModel restore() {
            return new ForestModel(schema, trainer, trees, provenance);
        }
    }

    @Override
    public ForestModel withoutRows() {
        return new ForestModel(schema, trainer, trees, Provenance.UNKNOWN);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Saved<ForestModel> saved() {
        return new SavedForest(schema, trainer, trees, provenance);
    }

    @Override
    public String outcome() {
        int wanted =
                trainer instanceof RandomForest forest
                        ? forest.trees()
                        : trainer instanceof ExtraTrees extra
                                ? extra.trees()
                                : trainer instanceof BalancedRandomForest balanced
                                        ? balanced.trees()
                                        : trainer instanceof RandomForestRegressor numbers
                                                ? numbers.trees()
                                                : 0;
        return trees.size() < wanted ? KeptTraining.ofThose(trees.size(), wanted, "tree") : "";
    }

    /** Returns how many leaves all trees have together. */
    public int leaves() {
        return trees.stream().mapToInt(Tree::leaves).sum();
    }

    /** Returns how many questions the deepest tree asks. */
    public int depth() {
        return Tree.depth(trees.stream());
    }

    /** Returns how much purer the questions of each column make the rows, over all trees, as shares of 1. */
    @Override
    public double[][] importances() {
        var sums = new double[schema.featureNames().size()];
        for (var tree : trees) {
            Arrays.setAll(sums, j -> sums[j] + tree.gains()[j]);
        }
        return new double[][] {TreeGains.shares(sums)};
    }

    @Override
    public Predictions predict(Table table) {
        var rows = schema.completeRows(table, trainer.name());
        var means = new double[rows.length][width()];
        if (LevelTrees.areMany(rows.length, trees)) {
            for (int from = 0; from < trees.size(); from += LevelTrees.ABREAST) {
                int to = Math.min(trees.size(), from + LevelTrees.ABREAST);
                var levels = LevelTrees.of(trees.subList(from, to));
                inBlocks(
                        rows.length,
                        LevelTrees.BLOCK,
                        (one, end) -> levels.add(rows, means, one, end));
            }
        } else {
            inBlocks(rows.length, BLOCK, (from, to) -> add(rows, means, from, to));
        }
        inBlocks(rows.length, BLOCK, (from, to) -> divide(rows, means, from, to));
        return schema.target() instanceof Target.Classes classes
                ? Predictions.of(classes.classes(), means)
                : Predictions.of(Arrays.stream(means).mapToDouble(mean -> mean[0]).toArray());
    }

    /** Has stretches of rows done side by side. */
    private static void inBlocks(int rows, int size, BiConsumer<Integer, Integer> work) {
        var interrupt = new InterruptCheck();
        IntStream.range(0, (rows + size - 1) / size)
                .parallel()
                .forEach(
                        block -> {
                            interrupt.ask();
                            work.accept(block * size, Math.min(rows, (block + 1) * size));
                        });
    }

    /** How many values a leaf has. */
    private int width() {
        return schema.target() instanceof Target.Classes classes ? classes.classes().size() : 1;
    }

    /** Asks tree after tree for several rows, so that it is in the cache for them. */
    private void add(double[][] rows, double[][] means, int from, int to) {
        for (var tree : trees) {
            for (int row = from; row < to; row++) {
                var shares = tree.shares(rows[row]);
                var mean = means[row];
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += shares[k];
                }
            }
        }
    }

    private void divide(double[][] rows, double[][] means, int from, int to) {
        // Divided once: a share of each tree would add up to a little more than 1.
        for (int row = from; row < to; row++) {
            var mean = means[row];
            for (int k = 0; k < mean.length; k++) {
                double exact =
                        Double.isFinite(mean[k]) ? mean[k] / trees.size() : largeMean(rows[row]);
                mean[k] = mean.length > 1 ? TwelveDigits.of(exact) : exact;
            }
        }
    }

    /** Returns the mean of numbers that add up to more than a double holds. */
    private double largeMean(double[] row) {
        return LargeMean.of(trees.stream().mapToDouble(tree -> tree.shares(row)[0]).toArray());
    }

    @Override
    public Contributions contributions(Table table) {
        var rows = schema.completeRows(table, trainer.name());
        return TreeShap.of(trees, width(), rows).told(schema);
    }

    @Override
    public List<GrownTree> trees() {
        return trees.stream().map(tree -> tree.grown(schema.featureNames())).toList();
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        var rows = ModelOnnx.completeRows(graph, schema, trainer.name());
        // The operator gives floats: what is a tie to twelve digits is one to floats, and so is, in
        // ONNX alone, what differs by less
        // than a float can tell.
        checkFloats();
        return TreesOnnx.sums(rows, written(), width()).over(trees.size());
    }

    /** The operator would say an infinity of what no float holds. */
    private void checkFloats() {
        double all = 0;
        for (var tree : trees) {
            double most = 0;
            for (var leaf : tree.shares()) {
                for (double said : leaf) {
                    most = Math.abs(said) > Math.abs(most) ? said : most;
                }
            }
            if (Math.abs(most) > Float.MAX_VALUE) {
                throw new UnsupportedOperationException(tooLarge("a leaf says " + most));
            }
            all += Math.abs(most);
        }
        if (all > Float.MAX_VALUE) {
            throw new UnsupportedOperationException(
                    tooLarge("leaves of %d trees add up to %s".formatted(trees.size(), all)));
        }
    }

    private String tooLarge(String what) {
        return "%s of '%s', and trees in ONNX give floats, up to %s; divide the label by something before training, or save the model, model.save(file)"
                .formatted(what, schema.label(), Float.MAX_VALUE);
    }

    @Override
    public String sql(String from) {
        var query = ModelSql.completeRows(schema, trainer.name(), from);
        var means =
                TreesSql.sums(written(), width()).stream()
                        .map(sum -> sum + " / " + trees.size())
                        .toList();
        return schema.target() instanceof Target.Classes classes
                ? ModelSql.classes(
                        classes.classes(),
                        ModelSql.list(means.stream().map(TwelveDigits::sql).toList(), query))
                : ModelSql.number(means.get(0), query);
    }

    /** Returns whether leaves say alone which class is the most probable. */
    boolean isOneTree() {
        return trees.size() == 1 && schema.target() instanceof Target.Classes;
    }

    /** Writes 1 for the class that the leaf of a single tree has most of, as {@link #predict} tells it, and 0 for others. */
    OnnxValue votes(OnnxGraph graph) {
        var tree = trees.get(0);
        var votes = new double[tree.shares().length][width()];
        for (int node = 0; node < votes.length; node++) {
            var shares = Arrays.stream(tree.shares()[node]).map(TwelveDigits::of).toArray();
            if (shares.length > 0) {
                votes[node][Members.largest(shares)] = 1;
            }
        }
        var rows = ModelOnnx.completeRows(graph, schema, trainer.name());
        return TreesOnnx.sums(rows, List.of(WrittenTree.ofShares(tree.withShares(votes))), width());
    }

    private List<WrittenTree> written() {
        return trees.stream().map(WrittenTree::ofShares).toList();
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
