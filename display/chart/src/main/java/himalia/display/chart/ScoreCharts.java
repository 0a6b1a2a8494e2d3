package himalia.display.chart;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Charts of scores: of a model that sees more and more rows, and of features that have moved. */
final class ScoreCharts {
    private ScoreCharts() {}

    /** The mean over the folds as a line, one standard deviation to each side as a band. */
    static Figure learningCurve(String title, double[] sizes, Map<String, double[][]> scores) {
        var marks = new ArrayList<Mark>();
        var x = Numbers.of(sizes);
        scores.forEach(
                (name, folds) -> {
                    if (folds.length != sizes.length) {
                        throw new IllegalArgumentException(
                                "'"
                                        + name
                                        + "' has scores for "
                                        + folds.length
                                        + " sizes of "
                                        + sizes.length
                                        + "; give the scores of all folds for each size");
                    }
                    var means = Arrays.stream(folds).mapToDouble(ScoreCharts::mean).toArray();
                    var low = new double[sizes.length];
                    var high = new double[sizes.length];
                    Arrays.setAll(low, i -> means[i] - deviation(folds[i]));
                    Arrays.setAll(high, i -> means[i] + deviation(folds[i]));
                    marks.add(new Mark.Band(name, x, Numbers.of(low), Numbers.of(high)));
                    marks.add(new Mark.Line(name, x, Numbers.of(means), Mark.Style.SOLID));
                });
        return Figure.of(
                "learning curve", title, Axis.numbers("rows"), Axis.numbers("score"), marks);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double deviation(double[] values) {
        var mean = mean(values);
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    /** How far each feature has moved, the furthest first; beyond the threshold it is named as drifted. */
    static Figure drift(String title, Map<String, Double> distances, double threshold) {
        var sorted =
                distances.entrySet().stream()
                        .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                        .toList();
        var names = sorted.stream().map(Map.Entry::getKey).toList();
        var values = Numbers.of(sorted.stream().map(Map.Entry::getValue).toList());
        var plain = Bars.flat("drift by feature", title, "distance", names, values);
        var marks = new ArrayList<Mark>();
        for (var drifted : List.of(false, true)) {
            var rows = values.map(v -> v > threshold == drifted ? v : Double.NaN);
            if (plain.marks().get(0) instanceof Mark.Blocks bars && Double.isFinite(rows.max())) {
                marks.add(
                        new Mark.Blocks(
                                drifted ? "drifted" : "steady",
                                bars.left(),
                                rows,
                                bars.bottom(),
                                bars.top(),
                                bars.texts(),
                                Mark.Look.SOLID));
            }
        }
        marks.add(
                new Mark.Reference(
                        threshold,
                        Double.NEGATIVE_INFINITY,
                        threshold,
                        Double.POSITIVE_INFINITY,
                        ""));
        var moved = values.stream().filter(v -> v > threshold).count();
        // The note and the names of the colours take two lines from the bars.
        return plain.marked(marks)
                .telling(told(sorted, threshold))
                .sized(plain.width(), plain.height() + 48)
                .noted(
                        moved
                                + " of "
                                + names.size()
                                + " features beyond "
                                + Quantity.of(threshold));
    }

    private static List<String> told(List<Map.Entry<String, Double>> sorted, double threshold) {
        var told = new ArrayList<String>();
        for (var drifted : List.of(true, false)) {
            var features =
                    sorted.stream()
                            .filter(each -> each.getValue() > threshold == drifted)
                            .map(each -> each.getKey() + " " + Quantity.of(each.getValue()))
                            .collect(Collectors.joining(", "));
            if (!features.isEmpty()) {
                told.add((drifted ? "drifted: " : "steady: ") + features);
            }
        }
        return told;
    }
}
