package himalia.training;

import himalia.model.Feature;
import himalia.model.Schema;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Trees that ask for sets of levels, as trees of ONNX, which compare numbers alone: before them each set becomes a column, 1 where the row's level is
 * in it. A question for one level after the other would copy what stands below it for each.
 */
final class CategoryOnnx {
    private static final double BETWEEN = 0.5;

    private final OnnxGraph graph;
    private final Schema schema;
    private final CategoryLevels levels;
    private final List<WrittenTree> asking;

    /** Of each feature the sets that are asked for, each once, in the order of their columns. */
    private final List<Map<String, int[]>> sets = new ArrayList<>();

    /** The first column of each feature. */
    private final int[] places;

    CategoryOnnx(OnnxGraph graph, Schema schema, CategoryLevels levels, List<WrittenTree> asking) {
        this.graph = graph;
        this.schema = schema;
        this.levels = levels;
        this.asking = asking;
        schema.features().forEach(feature -> sets.add(new LinkedHashMap<>()));
        for (var each : asking) {
            for (int node = 0; node < each.sets().length; node++) {
                if (each.asksForSet(node)) {
                    var set = each.sets()[node];
                    sets.get(each.tree().features()[node]).put(Arrays.toString(set), set);
                }
            }
        }
        places = new int[sets.size()];
        for (int j = 1; j < places.length; j++) {
            places[j] = places[j - 1] + Math.max(1, sets.get(j - 1).size());
        }
    }

    /** Returns what the trees ask for, side by side. */
    OnnxValue rows() {
        return OnnxValue.beside(
                IntStream.range(0, places.length)
                        .mapToObj(j -> levels.of(j).isEmpty() ? column(j) : members(j))
                        .toList());
    }

    private OnnxValue column(int j) {
        return graph.column(schema.features().get(j).name());
    }

    /** Looks up which sets a level is in; a missing cell has a row of its own behind all levels, and what is unknown none. */
    private OnnxValue members(int j) {
        int count = levels.of(j).size();
        var asked = sets.get(j).isEmpty() ? List.of(new int[0]) : List.copyOf(sets.get(j).values());
        var table = new double[count + 1][asked.size()];
        for (int k = 0; k < asked.size(); k++) {
            for (int code : asked.get(k)) {
                table[code][k] = 1;
            }
        }
        Arrays.fill(table[count], Double.NaN);
        return codes(j, count)
                .rowsOf(
                        graph.table(table),
                        "column '%s' has a value that was in no row to learn from; make it missing"
                                .formatted(schema.features().get(j).name()));
    }

    private OnnxValue codes(int j, int count) {
        var column = column(j);
        if (column.type() == OnnxType.TEXT) {
            var known = new ArrayList<>(levels.of(j));
            known.add("");
            return column.places(known, LongStream.rangeClosed(0, count).toArray(), count + 1L);
        }
        boolean isTruth = schema.features().get(j).type() == Feature.Type.BOOLEAN;
        var numbers =
                IntStream.range(0, count)
                        .mapToDouble(i -> isTruth ? i : Double.parseDouble(levels.of(j).get(i)))
                        .toArray();
        // One level at most is met: what is added up is how far it is before what is unknown.
        var distances = LongStream.range(0, count).map(code -> code - count - 1).toArray();
        var code =
                column.isEqual(graph.row(numbers))
                        .as(OnnxType.INTEGER)
                        .times(graph.row(distances))
                        .sum()
                        .plus(count + 1);
        return column.isMissing().choose(graph.integer(count), code);
    }

    /** Returns the trees, which ask for those columns. */
    List<WrittenTree> trees() {
        return levels.areNone() ? asking : asking.stream().map(this::asking).toList();
    }

    private WrittenTree asking(WrittenTree written) {
        var tree = written.tree();
        var features = tree.features().clone();
        var cuts = tree.cuts().clone();
        for (int node = 0; node < features.length; node++) {
            int feature = features[node];
            if (feature >= 0) {
                features[node] = places[feature];
            }
            if (written.asksForSet(node)) {
                var all = List.copyOf(sets.get(feature).keySet());
                features[node] += all.indexOf(Arrays.toString(written.sets()[node]));
                cuts[node] = BETWEEN;
            }
        }
        var asks = new Tree(features, cuts, tree.left(), tree.right(), tree.shares());
        return new WrittenTree(
                asks, written.isMissingLeft(), written.first(), new int[features.length][0]);
    }
}
