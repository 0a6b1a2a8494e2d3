package himalia.evaluation.explanation;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Visible;
import himalia.model.GrownTree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A tree in words, as scikit-learn's {@code export_text}. */
final class TreeText {
    private static final String BAR = "|   ";

    /** How many levels of a set stand in a line, and in a box of a picture. */
    private static final int WRITTEN = 20;

    private static final int DRAWN = 3;

    private final TreeView view;
    private final GrownTree tree;
    private final int most;
    private final int decimals;
    private final int[] heights;

    TreeText(TreeView view, int most, int decimals) {
        this.view = view;
        this.tree = view.tree();
        this.most = most;
        this.decimals = decimals;
        heights = new int[tree.asked().length];
        for (int node = heights.length - 1; node >= 0; node--) {
            heights[node] =
                    tree.isLeaf(node)
                            ? 1
                            : 1 + Math.max(heights[tree.left()[node]], heights[tree.right()[node]]);
        }
    }

    String text() {
        var text = new StringBuilder();
        write(0, 0, text);
        return text.toString();
    }

    private void write(int node, int depth, StringBuilder text) {
        var indent = BAR.repeat(depth) + "|---";
        if (tree.isLeaf(node)) {
            text.append(indent).append(leaf(node)).append('\n');
        } else if (depth > most) {
            text.append(indent)
                    .append(" truncated branch of depth ")
                    .append(heights[node])
                    .append('\n');
        } else {
            var name = feature(node);
            boolean isSet = tree.asksForSet(node);
            boolean isBelow = isBelow(node);
            var than = isSet ? levels(node, WRITTEN) : cut(node);
            var left = isSet ? " %s is none of %s\n" : isBelow ? " %s <  %s\n" : " %s <= %s\n";
            var right = isSet ? " %s is one of %s\n" : isBelow ? " %s >= %s\n" : " %s >  %s\n";
            text.append(indent).append(left.formatted(name, than));
            write(tree.left()[node], depth + 1, text);
            text.append(indent).append(right.formatted(name, than));
            write(tree.right()[node], depth + 1, text);
        }
    }

    /**
     * Returns whether the number that is written lies above the cut, by as little as a float can: XGBoost asks for less than 4, which is up to
     * 3.9999998 here, and 4 itself goes to the right.
     */
    private boolean isBelow(int node) {
        double cut = tree.cuts()[node];
        float held = (float) cut;
        return held == cut
                && rounded(cut).compareTo(new BigDecimal(cut)) > 0
                && Math.nextUp(held) == rounded(cut).floatValue();
    }

    /** What XGBoost compares with is the number above the cut, and no 0 below 0. */
    private String cut(int node) {
        double cut = tree.cuts()[node];
        return isBelow(node) ? rounded(cut).toPlainString() : number(cut);
    }

    private BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private String levels(int node, int count) {
        return "{" + Visible.line(Listed.of(tree.sets().get(node), count)) + "}";
    }

    private String leaf(int node) {
        var says = tree.says()[node];
        return view.classes().isEmpty()
                ? " value: "
                        + Arrays.stream(says)
                                .mapToObj(this::number)
                                .collect(Collectors.joining(", ", "[", "]"))
                : " class: " + Visible.line(view.classes().get(largest(says)));
    }

    /** As Python rounds: exactly, halves to the even digit, and below 0 with its sign. */
    private String number(double value) {
        var rounded = rounded(value);
        boolean isLost = rounded.signum() == 0 && Math.copySign(1, value) < 0;
        return (isLost ? "-" : "") + rounded.toPlainString();
    }

    private String feature(int node) {
        return Visible.line(tree.features().get(tree.asked()[node]));
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            largest = values[k] > values[largest] ? k : largest;
        }
        return largest;
    }

    /** Returns what stands in a node of the picture. */
    String box(int node) {
        if (!tree.isLeaf(node)) {
            return tree.asksForSet(node)
                    ? "%s none of %s".formatted(feature(node), levels(node, DRAWN))
                    : "%s %s %s".formatted(feature(node), isBelow(node) ? "<" : "≤", cut(node));
        }
        var says = tree.says()[node];
        if (view.classes().isEmpty()) {
            return number(says[0]);
        }
        int largest = largest(says);
        return String.format(
                Locale.ROOT,
                "%s · %.0f %%",
                Visible.line(view.classes().get(largest)),
                100 * says[largest]);
    }

    /** Returns what the nodes of one colour have in common. */
    String kind(int node) {
        if (!tree.isLeaf(node)) {
            return "question";
        }
        return view.classes().isEmpty() ? "leaf" : view.classes().get(largest(tree.says()[node]));
    }
}
