package himalia.training;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Contributions;
import himalia.model.Schema;
import himalia.model.Target;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each column adds to the mean of trees, by the rows that came to each node: TreeSHAP along paths, algorithm 2 of S. Lundberg, G. Erion, S.-I. Lee (2018): Consistent
 * Individualized Feature Attribution for Tree Ensembles.
 *
 * @param parts {@code [output][row][feature]}
 */
record TreeShap(double[][] rows, double[] base, double[][][] parts) {
    /** A path is gone down on the stack, and costs the square of its questions for each leaf. */
    private static final int MOST_QUESTIONS = 1_000;

    /**
     * Explains rows.
     *
     * @param width how many values a leaf has
     */
    static TreeShap of(List<Tree> trees, int width, double[][] rows) {
        int depth = Tree.depth(trees.stream());
        if (depth > MOST_QUESTIONS) {
            throw new UnsupportedOperationException(
                    "the highest tree asks %,d questions in a row, and SHAP values are told of up to %,d; take lower trees, such as new DecisionTree(10, 42), or PermutationImportance"
                            .formatted(depth, MOST_QUESTIONS));
        }
        int features = rows.length == 0 ? 0 : rows[0].length;
        var parts = new double[width][rows.length][features];
        var interrupt = new InterruptCheck();
        IntStream.range(0, rows.length)
                .parallel()
                .forEach(
                        row -> {
                            interrupt.ask();
                            var own = new double[width][];
                            for (int k = 0; k < width; k++) {
                                own[k] = parts[k][row];
                            }
                            var one = new OneRow(rows[row], own, 1.0 / trees.size());
                            trees.forEach(one::add);
                        });
        var base = new double[width];
        for (var tree : trees) {
            for (int node = 0; node < tree.features().length; node++) {
                if (tree.features()[node] < 0) {
                    double share = tree.covers()[node] / tree.covers()[0];
                    for (int k = 0; k < width; k++) {
                        base[k] += share * tree.shares()[node][k] / trees.size();
                    }
                }
            }
        }
        return new TreeShap(rows, base, parts);
    }

    Contributions told(Schema schema) {
        boolean areClasses = schema.target() instanceof Target.Classes;
        return new Contributions(
                areClasses ? schema.classes() : List.of("prediction"),
                areClasses ? "probability" : "number",
                schema.featureNames(),
                rows,
                base,
                parts);
    }

    /**
     * One row on its way through trees.
     *
     * @param parts {@code [output][feature]}
     * @param times what is added counts so many times
     */
    private record OneRow(double[] row, double[][] parts, double times) {
        void add(Tree tree) {
            descend(tree, 0, ShapPath.NONE, 1, 1, -1);
        }

        private void descend(
                Tree tree, int node, ShapPath before, double zero, double one, int feature) {
            var path = before.with(zero, one, feature);
            int asked = tree.features()[node];
            if (asked < 0) {
                leaf(tree.shares()[node], path);
                return;
            }
            double zeroBefore = 1;
            double oneBefore = 1;
            int place = path.place(asked);
            if (place > 0) {
                zeroBefore = path.zero(place);
                oneBefore = path.one(place);
                path = path.without(place);
            }
            int hot = tree.next(node, row);
            int cold = hot == tree.left()[node] ? tree.right()[node] : tree.left()[node];
            descend(tree, hot, path, zeroBefore * share(tree, hot, node), oneBefore, asked);
            double coldZero = zeroBefore * share(tree, cold, node);
            // What no row came to adds nothing.
            if (coldZero > 0) {
                descend(tree, cold, path, coldZero, 0, asked);
            }
        }

        private static double share(Tree tree, int child, int node) {
            return tree.covers()[node] == 0 ? 0.5 : tree.covers()[child] / tree.covers()[node];
        }

        private void leaf(double[] says, ShapPath path) {
            for (int place = 1; place < path.length(); place++) {
                double weight =
                        times * path.sumWithout(place) * (path.one(place) - path.zero(place));
                for (int k = 0; k < says.length; k++) {
                    parts[k][path.feature(place)] += weight * says[k];
                }
            }
        }
    }
}
