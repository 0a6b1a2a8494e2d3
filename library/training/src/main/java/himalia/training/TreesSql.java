package himalia.training;

import himalia.features.SqlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trees as expressions in DuckDB's SQL over the list of a row's numbers: a CASE for each question. */
final class TreesSql {
    /** A query of more leaves takes longer to read than to run. */
    private static final int MOST_LEAVES = 20_000;

    /** DuckDB reads no expression more than 1,000 deep, and takes four seconds for these. */
    private static final int MOST_QUESTIONS = 500;

    /** As many letters as the most leaves take. */
    private static final int MOST_LEVELS = 200_000;

    private static final int NONE = -1;

    private TreesSql() {}

    /** Returns an expression for each sum. */
    static List<String> sums(List<WrittenTree> trees, int sums) {
        check(trees);
        return IntStream.range(0, sums)
                .mapToObj(sum -> "list_sum([%s])".formatted(summands(trees, sum)))
                .toList();
    }

    /** Returns the same by floats, each sum from its start on and one tree after the other, as XGBoost adds. */
    static List<String> floatSums(List<WrittenTree> trees, float[] starts) {
        check(trees);
        return IntStream.range(0, starts.length)
                .mapToObj(
                        sum ->
                                "list_reduce(CAST([%s, %s] AS FLOAT[]), lambda a, b: a + b)"
                                        .formatted(
                                                SqlText.number(starts[sum]), summands(trees, sum)))
                .toList();
    }

    private static void check(List<WrittenTree> trees) {
        // A tree is written once for each of its sums.
        long leaves =
                trees.stream()
                        .mapToLong(each -> (long) each.tree().leaves() * width(each.tree()))
                        .sum();
        if (leaves > MOST_LEAVES) {
            throw new UnsupportedOperationException(
                    "the trees have %,d leaves, each counted for every class that it tells of, and a query in SQL is sane up to %,d; take fewer or lower trees, or write the model as ONNX, Onnx.write(model, file)"
                            .formatted(leaves, MOST_LEAVES));
        }
        checkSets(trees);
        int depth = Tree.depth(trees.stream().map(WrittenTree::tree));
        if (depth > MOST_QUESTIONS) {
            throw new UnsupportedOperationException(
                    "the highest tree asks %,d questions in a row, and a query in SQL is sane up to %,d; take lower trees, such as new DecisionTree(10, 42), or write the model as ONNX, Onnx.write(model, file)"
                            .formatted(depth, MOST_QUESTIONS));
        }
    }

    private static void checkSets(List<WrittenTree> trees) {
        long levels =
                trees.stream()
                        .flatMap(each -> Arrays.stream(each.sets()))
                        .mapToLong(set -> set.length)
                        .sum();
        if (levels > MOST_LEVELS) {
            throw new UnsupportedOperationException(
                    "the sets that the trees ask for have %,d levels, and a query in SQL is sane up to %,d; take fewer or lower trees, or fewer levels, or write the model as ONNX, Onnx.write(model, file)"
                            .formatted(levels, MOST_LEVELS));
        }
    }

    private static String summands(List<WrittenTree> trees, int sum) {
        var summands = new ArrayList<String>();
        for (var each : trees) {
            int place = sum - each.first();
            if (place >= 0 && place < width(each.tree())) {
                var text = new StringBuilder();
                write(each, place, text);
                summands.add(text.toString());
            }
        }
        return String.join(", ", summands);
    }

    private static int width(Tree tree) {
        int leaf = 0;
        while (tree.features()[leaf] >= 0) {
            leaf++;
        }
        return tree.shares()[leaf].length;
    }

    private static String codes(int[] set) {
        return Arrays.stream(set)
                .mapToObj(SqlText::number)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Words that are to be written, and a node behind them, or none. */
    private record Part(String words, int node) {}

    /** Part by part, the next on top; without recursion, as trees are read. */
    private static void write(WrittenTree written, int place, StringBuilder text) {
        var tree = written.tree();
        var waiting = new ArrayDeque<Part>();
        waiting.push(new Part("", 0));
        while (!waiting.isEmpty()) {
            var part = waiting.pop();
            text.append(part.words());
            int node = part.node();
            if (node == NONE) {
                continue;
            }
            if (tree.features()[node] < 0) {
                text.append(SqlText.number(tree.shares()[node][place]));
                continue;
            }
            var number = "%s[%s]".formatted(ModelSql.LIST, tree.features()[node] + 1);
            text.append("CASE WHEN ");
            if (written.isMissingLeft()[node]) {
                text.append(number).append(" IS NULL OR ");
            }
            if (written.asksForSet(node)) {
                text.append(number).append(" NOT IN ").append(codes(written.sets()[node]));
            } else {
                text.append(number).append(" <= ").append(SqlText.number(tree.cuts()[node]));
            }
            waiting.push(new Part(" END", NONE));
            waiting.push(new Part(" ELSE ", tree.right()[node]));
            waiting.push(new Part(" THEN ", tree.left()[node]));
        }
    }
}
