package himalia.features;

import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@link FittedKnnImputer} does, in a graph of ONNX: a column for each donor, of how far it is. */
final class OnnxDonors {
    private final FittedKnnImputer fitted;
    private final OnnxGraph graph;
    private final List<OnnxValue> columns;

    OnnxDonors(FittedKnnImputer fitted, OnnxGraph graph) {
        this.fitted = fitted;
        this.graph = graph;
        columns = OnnxParts.finite(graph, fitted.reads(), fitted.step().name());
    }

    /** Returns what stands in the place of each column. */
    Map<String, Map<String, OnnxValue>> filled() {
        Map<String, Map<String, OnnxValue>> instead = new HashMap<>();
        if (fitted.reads().isEmpty()) {
            return instead;
        }
        var distances = distances();
        for (int j = 0; j < fitted.donors().length; j++) {
            var name = fitted.reads().get(j).name();
            var column = columns.get(j);
            var mean = mean(distances, fitted.donors()[j]);
            instead.put(name, Map.of(name, column.isMissing().choose(mean, column)));
        }
        return instead;
    }

    /** In the order in which Java adds, so that what is equally far there is so here. */
    private OnnxValue distances() {
        var sum = graph.number(0);
        var both = graph.number(0);
        for (int j = 0; j < fitted.donors().length; j++) {
            var distance = columns.get(j).minus(graph.row(fitted.donors()[j]));
            var isMissing = distance.isMissing();
            sum = sum.plus(isMissing.choose(graph.number(0), distance.times(distance)));
            both = both.plus(isMissing.choose(graph.number(0), graph.number(1)));
        }
        return sum.over(both).times(fitted.donors().length).by("Sqrt");
    }

    /** Returns the mean of the nearest that have a number; those that have none stand behind all others. */
    private OnnxValue mean(OnnxValue distances, double[] values) {
        var isOut = distances.plus(graph.row(values)).isMissing();
        var far = graph.number(Double.POSITIVE_INFINITY);
        var ordered =
                isOut.choose(far, OnnxParts.within(distances, 0, Double.MAX_VALUE))
                        .smallest(Math.min(fitted.step().neighbours(), values.length));
        var distance = ordered.get(0);
        var there = distance.isBelow(far).as(OnnxType.NUMBER);
        var weights =
                fitted.step().weights() == KnnImputer.Weights.UNIFORM ? there : nearness(distance);
        var nearest =
                graph.node(
                        new OnnxOperator("Gather").with("axis", 0L),
                        OnnxType.NUMBER,
                        distance.width(),
                        graph.row(zeroes(values)).line(),
                        ordered.get(1));
        var mean = weights.times(nearest).sum().over(weights.sum());
        return there.sum().isEqual(0).choose(graph.number(FittedKnnImputer.mean(values)), mean);
    }

    /** One over the distance; rows that are the same decide alone. */
    private OnnxValue nearness(OnnxValue distance) {
        var same = distance.isEqual(0).as(OnnxType.NUMBER);
        var near = distance.isBelow(Double.MAX_VALUE);
        return same.sum()
                .isEqual(0)
                .choose(near.choose(graph.number(1).over(distance), graph.number(0)), same);
    }

    /** What is missing counts nothing, and nothing times NaN would be NaN. */
    private static double[] zeroes(double[] values) {
        return Arrays.stream(values).map(each -> Double.isNaN(each) ? 0 : each).toArray();
    }
}
