package himalia.evaluation.costs;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.evaluation.Confusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to take a row of one class for another; whatever the unit, euros or minutes.
 *
 * <pre>{@code
 * CostMatrix costs = CostMatrix.of("0", "1", 5, 200);    // a false alarm costs 5, a missed case 200
 * costs.threshold()                                      // 0.024: alarms from here on are worth it
 * costs.total(report.confusion())
 * double[][] of = {{0, 1, 1}, {2, 0, 1}, {9, 9, 0}};
 * new CostMatrix(List.of("low", "mid", "high"), of)
 * }</pre>
 */
public final class CostMatrix {
    /** Probabilities that somebody wrote down with two digits may each be half a hundredth more or less. */
    private static final double ROUNDED = 0.0051;

    private static final double LEAST_ROUNDED = 0.0201;

    private final List<String> classes;
    private final double[][] costs;

    /**
     * Takes costs as they are; what is right usually costs 0.
     *
     * @param classes at least two
     * @param costs a row for each true class, in it one number for each that it may be taken for
     */
    public CostMatrix(List<String> classes, double[][] costs) {
        this.classes = List.copyOf(given(classes, "classes"));
        given(costs, "costs");
        if (classes.size() < 2 || new LinkedHashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException(
                    "costs need two different classes or more, got " + classes);
        }
        if (costs.length != classes.size()) {
            throw notSquare(Amount.of(costs.length, "row"));
        }
        this.costs = new double[costs.length][];
        for (int actual = 0; actual < costs.length; actual++) {
            if (costs[actual].length != costs.length) {
                throw notSquare(
                        "%s in row '%s'"
                                .formatted(
                                        Amount.of(costs[actual].length, "number"),
                                        classes.get(actual)));
            }
            this.costs[actual] = costs[actual].clone();
            check(actual);
        }
    }

    /**
     * Makes costs of two classes.
     *
     * @param negative the usual class
     * @param positive the class that alarms are for
     * @param falseAlarm what it costs to take the usual one for the other
     * @param miss what it costs to take the other for the usual one
     */
    public static CostMatrix of(String negative, String positive, double falseAlarm, double miss) {
        given(negative, "negative");
        given(positive, "positive");
        return new CostMatrix(
                List.of(negative, positive), new double[][] {{0, falseAlarm}, {miss, 0}});
    }

    private IllegalArgumentException notSquare(String what) {
        return new IllegalArgumentException(
                "the cost matrix has %s for %d classes (%s); it is square: a row for each true class, a number in it for each predicted one"
                        .formatted(what, classes.size(), String.join(", ", classes)));
    }

    private void check(int actual) {
        double right = costs[actual][actual];
        for (int predicted = 0; predicted < costs.length; predicted++) {
            double cost = costs[actual][predicted];
            boolean isWorse = predicted == actual || cost > right;
            if (!Double.isFinite(cost) || !isWorse) {
                throw new IllegalArgumentException(
                        "to take '%s' for '%s' costs %s, and to be right %s; an error must cost more, and both be finite"
                                .formatted(
                                        classes.get(actual), classes.get(predicted), cost, right));
            }
        }
    }

    public List<String> classes() {
        return classes;
    }

    /** Returns what it costs to take a row of one class for another. */
    public double cost(String actual, String predicted) {
        return costs[place(actual)][place(predicted)];
    }

    /**
     * Returns Bayes' threshold of two classes: from this probability of the second on it costs less to call it that. Where
     * right answers cost nothing, it is <i>C<sub>fp</sub> / (C<sub>fp</sub> + C<sub>fn</sub>)</i>.
     */
    public double threshold() {
        if (classes.size() != 2) {
            throw new IllegalStateException(
                    "a threshold parts two classes, and there are %d; ask best(probabilities)"
                            .formatted(classes.size()));
        }
        // Halves, whose sum is never too large.
        double falseAlarm = costs[0][1] / 2 - costs[0][0] / 2;
        double miss = costs[1][0] / 2 - costs[1][1] / 2;
        return falseAlarm / 2 / (falseAlarm / 2 + miss / 2);
    }

    /** Returns the class that is cheapest to name, given the probability of each, in their order. */
    public String best(double[] probabilities) {
        given(probabilities, "probabilities");
        if (probabilities.length != costs.length) {
            throw new IllegalArgumentException(
                    "%d probabilities for %d classes"
                            .formatted(probabilities.length, costs.length));
        }
        for (int k = 0; k < probabilities.length; k++) {
            if (!OperatingPoint.isProbability(probabilities[k])) {
                throw new IllegalArgumentException(
                        "a probability must be from 0 to 1, got %s for '%s'"
                                .formatted(probabilities[k], classes.get(k)));
            }
        }
        double sum = Arrays.stream(probabilities).sum();
        if (Math.abs(sum - 1) > Math.max(LEAST_ROUNDED, ROUNDED * probabilities.length)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the probabilities of a row's classes add up to 1, and %s to %.3g; divide each by their sum",
                            Arrays.toString(probabilities),
                            sum));
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        // Of equals the last, as at the threshold itself.
        for (int predicted = 0; predicted < costs.length; predicted++) {
            double expected = 0;
            for (int actual = 0; actual < costs.length; actual++) {
                expected += probabilities[actual] * costs[actual][predicted];
            }
            if (expected <= least) {
                least = expected;
                best = predicted;
            }
        }
        return classes.get(best);
    }

    /** Returns what all rows of a confusion cost. */
    public double total(Confusion confusion) {
        given(confusion, "confusion");
        double total = 0;
        for (var actual : confusion.classes()) {
            for (var predicted : confusion.classes()) {
                total += confusion.count(actual, predicted) * cost(actual, predicted);
            }
        }
        return total;
    }

    private int place(String className) {
        int place = classes.indexOf(className);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no cost for class '%s'; there are: %s"
                            .formatted(className, String.join(", ", classes)));
        }
        return place;
    }

    @Override
    public String toString() {
        var rows = new ArrayList<String>();
        for (int k = 0; k < costs.length; k++) {
            rows.add("is %s: %s".formatted(classes.get(k), Arrays.toString(costs[k])));
        }
        return "CostMatrix[as %s; %s]"
                .formatted(String.join(", ", classes), String.join("; ", rows));
    }
}
