package himalia.evaluation.costs;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * What a row of each class counts where a model learns.
 *
 * <pre>{@code
 * ClassWeights weights = ClassWeights.balanced(train, "churned");
 * weights.of("1")                       // 4.84: of 300 rows, 31 are of this class
 * weights.ofRows(train, "churned")      // one number a row
 * ClassWeights.of(Map.of("0", 1.0, "1", 10.0))
 * }</pre>
 *
 * <p>A class that weighs ten times as much is learnt as if each of its rows stood there ten times, without the copies.
 *
 * @param weights each class's weight, 0 or more and not all 0
 */
public record ClassWeights(Map<String, Double> weights) {
    public ClassWeights {
        given(weights, "weights");
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        if (weights.size() < 2) {
            throw new IllegalArgumentException(
                    "there are weights of %s; weights tell two classes or more apart"
                            .formatted(
                                    weights.isEmpty() ? "no class" : "one class only, " + weights));
        }
        weights.forEach(
                (name, weight) -> {
                    if (weight == null || !(weight >= 0) || Double.isInfinite(weight)) {
                        throw new IllegalArgumentException(
                                "the weight of class '%s' is %s; it must be finite and 0 or more"
                                        .formatted(name, weight));
                    }
                });
        if (weights.values().stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException(
                    "all weights are 0, of %s; one at least must be above 0"
                            .formatted(String.join(", ", weights.keySet())));
        }
    }

    /** Takes weights as they are. */
    public static ClassWeights of(Map<String, Double> weights) {
        return new ClassWeights(weights);
    }

    /** Lets every class weigh the same in all, with a mean of 1 a row: <i>n / (k n<sub>c</sub>)</i>, as scikit-learn's. */
    public static ClassWeights balanced(Table train, String label) {
        var labels = Labels.toLearn(train, label);
        var counts = labels.counts();
        double each = labels.size() / (double) counts.length;
        return of(labels.classes(), k -> each / counts[k]);
    }

    /** Weighs classes by one over their rows, such that the weights add up to 1. */
    public static ClassWeights inverseFrequency(Table train, String label) {
        var labels = Labels.toLearn(train, label);
        var counts = labels.counts();
        double all = Arrays.stream(counts).mapToDouble(count -> 1.0 / count).sum();
        return of(labels.classes(), k -> 1.0 / counts[k] / all);
    }

    /**
     * Weighs classes by one over their effective number of rows, (1 − β<sup>n</sup>) / (1 − β), such that the mean weight is
     * 1: further rows of a class that has many tell less and less.
     *
     * <p>Y. Cui, M. Jia, T.-Y. Lin, Y. Song, S. Belongie (2019): Class-Balanced Loss Based on Effective Number of Samples.
     *
     * @param beta 0 for equal weights, towards 1 for those by frequency; 0.99 and 0.999 are usual
     */
    public static ClassWeights effectiveNumber(Table train, String label, double beta) {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException(
                    "beta must be at least 0 and below 1, such as 0.999, got " + beta);
        }
        var labels = Labels.toLearn(train, label);
        var raw =
                Arrays.stream(labels.counts())
                        // 1 - β^n, where β is so near to 1 that the power would be rounded to it.
                        .mapToDouble(count -> -1 / Math.expm1(count * Math.log(beta)))
                        .toArray();
        double mean = Arrays.stream(raw).average().orElseThrow();
        return of(labels.classes(), k -> raw[k] / mean);
    }

    /** Weighs each class by what its errors cost, such that the mean weight is 1; of two classes this is exact. */
    public static ClassWeights byCost(CostMatrix costs) {
        given(costs, "costs");
        var classes = costs.classes();
        var raw =
                classes.stream()
                        .mapToDouble(
                                actual ->
                                        classes.stream()
                                                .mapToDouble(other -> costs.cost(actual, other))
                                                .map(cost -> cost - costs.cost(actual, actual))
                                                .sum())
                        .toArray();
        double mean = Arrays.stream(raw).average().orElseThrow();
        return of(classes, k -> raw[k] / mean);
    }

    private static ClassWeights of(List<String> classes, IntToDoubleFunction weight) {
        var weights = new LinkedHashMap<String, Double>();
        for (int k = 0; k < classes.size(); k++) {
            weights.put(classes.get(k), weight.applyAsDouble(k));
        }
        return new ClassWeights(weights);
    }

    /** Returns the classes. */
    public List<String> classes() {
        return List.copyOf(weights.keySet());
    }

    /** Returns the weight of a class. */
    public double of(String className) {
        var weight = weights.get(given(className, "className"));
        if (weight == null) {
            throw new IllegalArgumentException(
                    "no weight for class '%s'; there are: %s"
                            .formatted(className, String.join(", ", weights.keySet())));
        }
        return weight;
    }

    /**
     * Returns the weight of every row of a table.
     *
     * @throws IllegalArgumentException if the table holds a class that has no weight
     */
    public double[] ofRows(Table table, String label) {
        Tables.column(table, label);
        var labels = Labels.toLearn(table, label);
        var each = labels.classes().stream().mapToDouble(this::of).toArray();
        var rows = new double[labels.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = each[labels.code(row)];
        }
        return rows;
    }

    @Override
    public String toString() {
        return weights.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s=%.4g", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", ", "ClassWeights[", "]"));
    }
}
