package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several steps write into a graph of ONNX. */
final class OnnxParts {
    private OnnxParts() {}

    /** Keeps numbers within limits; infinite ones are none. A missing number stays so, which Min and Max do not promise. */
    static OnnxValue within(OnnxValue value, double least, double most) {
        var graph = value.graph();
        var kept = value;
        if (!Double.isInfinite(least)) {
            kept = kept.isBelow(least).choose(graph.number(least), kept);
        }
        if (!Double.isInfinite(most)) {
            kept = graph.number(most).isBelow(kept).choose(graph.number(most), kept);
        }
        return kept;
    }

    /** Returns the place of the last of some points, in order, that a number has reached; the first one's where it has none. */
    static OnnxValue stretch(OnnxValue number, double[] points) {
        return points.length == 1
                ? number.isMissing().as(OnnxType.INTEGER).times(0)
                : number.isAtLeast(number.graph().row(Arrays.copyOfRange(points, 1, points.length)))
                        .as(OnnxType.INTEGER)
                        .sum();
    }

    static OnnxValue largest(List<OnnxValue> values) {
        return values.stream()
                .map(value -> value.by("Abs"))
                .reduce((one, other) -> one.isBelow(other).choose(other, one))
                .orElseThrow();
    }

    /** Gives names to what stands side by side. */
    static Map<String, OnnxValue> named(List<String> names, OnnxValue values) {
        var columns = new LinkedHashMap<String, OnnxValue>();
        var each = values.split();
        for (int k = 0; k < names.size(); k++) {
            columns.put(names.get(k), each.get(k));
        }
        return columns;
    }

    /**
     * Returns the level of a cell as text.
     *
     * @param without what a text must not have in it
     */
    static OnnxValue level(Feature feature, OnnxValue value, String without, String step) {
        var graph = value.graph();
        if (value.type() == OnnxType.TEXT) {
            var has =
                    graph.node(
                            new OnnxOperator("RegexFullMatch")
                                    .with("pattern", "(?s).*" + without + ".*"),
                            OnnxType.TRUTH,
                            1,
                            value);
            return value.refusing(
                    has,
                    "column '%s' has a text with '%s' in it, which %s cannot write in ONNX"
                            .formatted(feature.name(), without, step));
        }
        if (feature.type() == Feature.Type.BOOLEAN) {
            return value.isEqual(1).choose(graph.text("true"), graph.text("false"));
        }
        // What is no whole number is none that was learnt, and not the next one either.
        var whole = value.as(OnnxType.INTEGER);
        return value.isEqual(whole.as(value.type()))
                .choose(whole.as(OnnxType.TEXT), value.as(OnnxType.TEXT));
    }

    /** Returns the columns that a step reads; an infinite number in one ends the run. */
    static List<OnnxValue> finite(OnnxGraph graph, List<Feature> reads, String step) {
        return reads.stream().map(read -> finite(read, graph.column(read.name()), step)).toList();
    }

    /** Returns a column of numbers whose infinite cells end the run; others as they are. */
    static OnnxValue finite(Feature feature, OnnxValue value, String step) {
        return feature.type().isNumber()
                ? value.refusing(
                        value.isInfinite(),
                        "column '%s' is infinite, and %s takes finite numbers"
                                .formatted(feature.name(), step))
                : value;
    }
}
