package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.model.ClassPredictions;
import himalia.model.Labels;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Areas under the curves of several classes, in one number; NaN where a class has no row, as scikit-learn's scorers give it. */
final class MulticlassAreas {
    private MulticlassAreas() {}

    static double ovr(Report report, Average average, ToDoubleFunction<Scores> area) {
        check(average);
        var mean = new Mean();
        for (var name : report.classes()) {
            double rows = report.confusion().rows(name);
            // Of a class without rows some curves have an area nonetheless.
            mean.add(
                    rows == 0 ? Double.NaN : area.applyAsDouble(report.scores(name)),
                    average == Average.WEIGHTED ? rows : 1);
        }
        return mean.value();
    }

    static double ovo(Labels actual, ClassPredictions predictions, Average average) {
        check(average);
        int classes = actual.classes().size();
        var mean = new Mean();
        for (int one = 0; one < classes; one++) {
            for (int other = one + 1; other < classes; other++) {
                int first = one;
                int second = other;
                var rows =
                        IntStream.range(0, actual.size())
                                .filter(
                                        row ->
                                                actual.code(row) == first
                                                        || actual.code(row) == second)
                                .toArray();
                double area =
                        (area(actual, predictions, rows, one)
                                        + area(actual, predictions, rows, other))
                                / 2;
                mean.add(area, average == Average.WEIGHTED ? rows.length : 1);
            }
        }
        return mean.value();
    }

    private static double area(Labels actual, ClassPredictions predictions, int[] rows, int code) {
        var positive = new boolean[rows.length];
        var score = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = actual.code(rows[i]) == code;
            score[i] = predictions.probability(rows[i], code);
        }
        return Scores.of(positive, score).rocAuc();
    }

    private static void check(Average average) {
        if (given(average, "average") == Average.MICRO) {
            throw new IllegalArgumentException(
                    "areas under curves are averaged over classes; ask Average.MACRO or Average.WEIGHTED");
        }
    }

    private static final class Mean {
        private double sum;
        private double weights;

        void add(double value, double weight) {
            sum += weight * value;
            weights += weight;
        }

        double value() {
            return weights == 0 ? Double.NaN : sum / weights;
        }
    }
}
