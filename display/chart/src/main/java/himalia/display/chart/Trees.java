package himalia.display.chart;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tree of questions, from left to right; children stand behind their parents, and its leaves below each other.
 *
 * @param texts what stands in each node
 * @param kinds of each node
 * @param yes the node behind yes, or -1
 * @param no the node behind no, or -1
 */
record Trees(List<String> texts, List<String> kinds, int[] yes, int[] no) {
    private static final double HALF = 0.34;
    private static final double HALF_WIDTH = 0.62;
    private static final double APART = 1.5;

    Trees {
        texts = List.copyOf(given(texts, "texts"));
        kinds = List.copyOf(given(kinds, "kinds"));
        given(yes, "yes");
        given(no, "no");
        if (texts.isEmpty()
                || kinds.size() != texts.size()
                || yes.length != texts.size()
                || no.length != texts.size()) {
            throw new IllegalArgumentException(
                    "a tree has one node at least, and of each its text, kind and two children, got %d, %d, %d and %d"
                            .formatted(texts.size(), kinds.size(), yes.length, no.length));
        }
        for (int node = 0; node < yes.length; node++) {
            boolean isLeaf = yes[node] < 0;
            boolean areBehind = yes[node] > node && no[node] > node;
            if (isLeaf != no[node] < 0
                    || !isLeaf && (!areBehind || Math.max(yes[node], no[node]) >= yes.length)) {
                throw new IllegalArgumentException(
                        "node %d has the children %d and %d; both stand behind it, or are -1"
                                .formatted(node, yes[node], no[node]));
            }
        }
    }

    Figure figure(String title) {
        int size = texts.size();
        var depth = new int[size];
        for (int node = 0; node < size; node++) {
            if (yes[node] >= 0) {
                depth[yes[node]] = depth[node] + 1;
                depth[no[node]] = depth[node] + 1;
            }
        }
        var y = heights();
        var marks = new ArrayList<Mark>();
        for (int node = 0; node < size; node++) {
            if (yes[node] >= 0) {
                for (int child : new int[] {yes[node], no[node]}) {
                    marks.add(
                            new Mark.Arrow(
                                    depth[node] * APART + HALF_WIDTH,
                                    y[node],
                                    depth[child] * APART - HALF_WIDTH - 0.02,
                                    y[child]));
                }
            }
        }
        kinds.stream().distinct().forEach(kind -> marks.add(boxes(kind, depth, y)));
        int columns = Arrays.stream(depth).max().orElse(0) + 1;
        long leaves = Arrays.stream(yes).filter(child -> child < 0).count();
        var axis = Axis.numbers("").scaled(Axis.Scale.NONE);
        return Figure.of(
                        "tree", title, axis.between(-0.7, (columns - 1) * APART + 0.7), axis, marks)
                .noted(size > 1 ? "up where the answer is yes" : "")
                .telling(told())
                .sized(
                        Math.min(1000, Math.max(320, 165 * columns)),
                        (int) Math.min(1200, Math.max(160, 110 + 34 * leaves)));
    }

    /** Leaves are one apart, the first one at the top; a question is in the middle of its answers. */
    private double[] heights() {
        var y = new double[texts.size()];
        var open = new ArrayDeque<Integer>();
        open.push(0);
        double next = 0;
        while (!open.isEmpty()) {
            int node = open.pop();
            if (yes[node] < 0) {
                y[node] = next--;
            } else {
                open.push(no[node]);
                open.push(yes[node]);
            }
        }
        for (int node = y.length - 1; node >= 0; node--) {
            if (yes[node] >= 0) {
                y[node] = (y[yes[node]] + y[no[node]]) / 2;
            }
        }
        return y;
    }

    private Mark boxes(String kind, int[] depth, double[] y) {
        var its = IntStream.range(0, texts.size()).filter(i -> kinds.get(i).equals(kind)).toArray();
        var x = Numbers.of(Arrays.stream(its).mapToDouble(i -> depth[i] * APART).toArray());
        var heights = Numbers.of(Arrays.stream(its).mapToDouble(i -> y[i]).toArray());
        return new Mark.Blocks(
                kind,
                x.map(at -> at - HALF_WIDTH),
                x.map(at -> at + HALF_WIDTH),
                heights.map(at -> at - HALF),
                heights.map(at -> at + HALF),
                Arrays.stream(its).mapToObj(texts::get).toList(),
                Mark.Look.LABELLED);
    }

    private List<String> told() {
        return IntStream.range(0, texts.size())
                .mapToObj(
                        node ->
                                yes[node] < 0
                                        ? texts.get(node)
                                        : "%s: yes, %s; no, %s"
                                                .formatted(
                                                        texts.get(node),
                                                        texts.get(yes[node]),
                                                        texts.get(no[node])))
                .toList();
    }
}
