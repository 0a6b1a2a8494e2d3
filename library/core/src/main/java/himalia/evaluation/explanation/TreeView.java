package himalia.evaluation.explanation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.chart.Chart;
import himalia.display.chart.ModelCharts;
import himalia.model.GrownTree;
import himalia.model.Model;
import himalia.model.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * One tree of a model, as text and as a picture.
 *
 * <pre>{@code
 * TreeView.of(model)             // the first tree, or the only one
 * TreeView.of(model, 7).text()   // as scikit-learn's export_text
 * }</pre>
 *
 * @param tree its questions and leaves
 * @param classes what its leaves tell apart; none where they say a number
 * @param number which of the model's trees it is, from 0
 * @param count how many trees the model has
 */
public record TreeView(GrownTree tree, List<String> classes, int number, int count)
        implements Explanation {
    /** A picture of more has boxes that nobody can read. */
    private static final int DRAWN = 3;

    /** A picture is as wide as a screen, and of more boxes none can be read. */
    private static final int DEEPEST = 5;

    private static final int WRITTEN = 10;

    public TreeView {
        given(tree, "tree");
        classes = List.copyOf(given(classes, "classes"));
    }

    /**
     * Shows the first tree of a model.
     *
     * @throws UnsupportedOperationException if it is not made of trees
     */
    public static TreeView of(Model model) {
        return of(model, 0);
    }

    /**
     * Shows a tree of a model.
     *
     * @param number which, from 0
     */
    public static TreeView of(Model model, int number) {
        var trees = given(model, "model").trees();
        if (number < 0 || number >= trees.size()) {
            throw new IllegalArgumentException(
                    "no tree %d; there are %d, numbered from 0".formatted(number, trees.size()));
        }
        var tree = trees.get(number);
        int width = Arrays.stream(tree.says()).mapToInt(says -> says.length).max().orElse(1);
        var target = model.schema().target();
        var classes =
                target instanceof Target.Classes all && all.classes().size() == width
                        ? all.classes()
                        : List.<String>of();
        return new TreeView(tree, classes, number, trees.size());
    }

    /** Returns its questions and leaves, a line each, as scikit-learn's {@code export_text}: ten questions deep, numbers to two digits. */
    public String text() {
        return text(WRITTEN, 2);
    }

    /**
     * Returns the same, cut and rounded otherwise.
     *
     * @param depth how many questions deep it is told
     * @param decimals of numbers
     */
    public String text(int depth, int decimals) {
        if (depth < 0 || decimals < 0) {
            throw new IllegalArgumentException(
                    "depth and decimals are 0 or more, got %d and %d".formatted(depth, decimals));
        }
        return new TreeText(this, depth, decimals).text();
    }

    /** Draws it, three questions deep. */
    @Override
    public Chart chart() {
        return chart(DRAWN);
    }

    /**
     * Draws it.
     *
     * @param depth how many questions deep, from 1; of a deeper tree five at most
     * @throws IllegalArgumentException if the boxes would be too small to read; {@link #text(int, int)} tells of any depth
     */
    public Chart chart(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth must be at least 1, got " + depth);
        }
        if (depth > DEEPEST && deepest() > DEEPEST) {
            throw new IllegalArgumentException(
                    "%d questions deep do not fit into a picture, and the tree is %d deep; ask chart(%d), or text(%d, 2)"
                            .formatted(depth, deepest(), DEEPEST, depth));
        }
        var texts = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        var children = new ArrayList<int[]>();
        var places = new HashMap<Integer, Integer>();
        var depths = new ArrayDeque<int[]>();
        depths.add(new int[] {0, 0});
        var words = new TreeText(this, depth, 2);
        while (!depths.isEmpty()) {
            var next = depths.remove();
            int node = next[0];
            places.put(node, texts.size());
            boolean isCut = !tree.isLeaf(node) && next[1] == depth;
            boolean isEnd = tree.isLeaf(node) || isCut;
            texts.add(isCut ? "more" : words.box(node));
            kinds.add(isCut ? "more questions" : words.kind(node));
            children.add(
                    isEnd ? new int[] {-1, -1} : new int[] {tree.left()[node], tree.right()[node]});
            if (!isEnd) {
                depths.add(new int[] {tree.left()[node], next[1] + 1});
                depths.add(new int[] {tree.right()[node], next[1] + 1});
            }
        }
        return ModelCharts.tree(
                title(),
                texts,
                kinds,
                children.stream().mapToInt(pair -> places.getOrDefault(pair[0], -1)).toArray(),
                children.stream().mapToInt(pair -> places.getOrDefault(pair[1], -1)).toArray());
    }

    /** Children stand behind their parents. */
    private int deepest() {
        var depths = new int[tree.asked().length];
        for (int node = 0; node < depths.length; node++) {
            if (!tree.isLeaf(node)) {
                depths[tree.left()[node]] = depths[node] + 1;
                depths[tree.right()[node]] = depths[node] + 1;
            }
        }
        return Arrays.stream(depths).max().orElse(0);
    }

    private String title() {
        return count == 1 ? "Tree" : "Tree %d of %d, counted from 0".formatted(number, count);
    }

    /** Who sees one of several trees takes it for the model, where nothing says which it is. */
    private String named() {
        if (count == 1) {
            return text();
        }
        return "%s; --tree %d, or TreeView.of(model, %d), shows another one\n%s"
                .formatted(title(), (number + 1) % count, (number + 1) % count, text());
    }

    @Override
    public MimeBundle bundle() {
        return Display.renderers().render(chart()).with(MimeBundle.PLAIN, named());
    }

    @Override
    public String toString() {
        return named();
    }
}
