package himalia.training;

import static himalia.display.bundle.Given.given;

import ai.djl.training.loss.Loss;
import himalia.evaluation.costs.ClassWeights;
import himalia.model.Labels;
import java.util.List;
import java.util.Set;

/**
 * A loss that makes little of rows that are right already: cross entropy times (1 − p)<sup>γ</sup>, where p is what the
 * model gives the true class.
 *
 * <pre>{@code
 * FocalLoss loss = FocalLoss.binary(0.25, 2);
 * loss.loss(-1.5, true)          // of a positive row whose log odds the model puts at -1.5
 * loss.gradient(-1.5, true)      // by the log odds
 * double[] logits = {0.2, 1.7, 0.3};
 * new FocalLoss(2).loss(logits, 1)
 * new FocalBoosting(100, loss, 42).fit(train, "churned")
 * new MultilayerPerceptron(List.of(32), 30, 42).withLoss(loss).fit(train, "churned")
 * }</pre>
 *
 * <p>Exact for log odds of any size. With γ 0 it is cross entropy, weighed by class.
 *
 * <p>T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár (2017): Focal Loss for Dense Object Detection.
 *
 * @param gamma how little rows that are right count, 0 or more; 2 is usual
 * @param weights a weight for each class, in order; empty where all weigh 1
 * @param classes whose weights they are, in the same order, so that a trainer finds each by its name; empty where they are in the
 *     order of the label's classes
 */
public record FocalLoss(double gamma, List<Double> weights, List<String> classes) {
    public FocalLoss {
        if (!(gamma >= 0) || Double.isInfinite(gamma)) {
            throw new IllegalArgumentException(
                    "gamma must be 0 or more and finite, such as 2, got " + gamma);
        }
        weights = List.copyOf(given(weights, "weights"));
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "weights must be finite and 0 or more, got " + weight);
            }
        }
        if (!weights.isEmpty() && weights.stream().noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException(
                    "all %d weights are 0; one at least must be above 0".formatted(weights.size()));
        }
        classes = List.copyOf(given(classes, "classes"));
        int names = classes.isEmpty() ? weights.size() : classes.size();
        if (names != weights.size() || Set.copyOf(classes).size() != classes.size()) {
            throw new IllegalArgumentException(
                    "there are %d weights, of %s; name each class once, or none"
                            .formatted(weights.size(), String.join(", ", classes)));
        }
    }

    /** Weighs classes in the order of the label's: numbers as numbers, all else as text. */
    public FocalLoss(double gamma, List<Double> weights) {
        this(gamma, weights, List.of());
    }

    /** Lets all classes weigh 1. */
    public FocalLoss(double gamma) {
        this(gamma, List.of());
    }

    /** Weighs the second class by order by alpha, and the other by 1 − alpha; {@link #of} names classes. */
    public static FocalLoss binary(double alpha, double gamma) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be from 0 to 1, got " + alpha);
        }
        return new FocalLoss(gamma, List.of(1 - alpha, alpha));
    }

    /**
     * Weighs classes by their names, as by their effective number of rows. A trainer finds each by its name; {@link #loss} and
     * {@link #djl} number them as they are given here.
     *
     * @param classes all that have a weight, each once, such as {@code List.of("0", "1")}
     */
    public static FocalLoss of(double gamma, ClassWeights weights, List<String> classes) {
        given(weights, "weights");
        given(classes, "classes");
        var each = classes.stream().map(weights::of).toList();
        if (!Set.copyOf(classes).containsAll(weights.classes())) {
            throw new IllegalArgumentException(
                    "classes are %s, and there are weights of %s; name each once"
                            .formatted(
                                    String.join(", ", classes),
                                    String.join(", ", weights.classes())));
        }
        return new FocalLoss(gamma, each, classes);
    }

    /** Returns it for networks of one's own in DJL: the mean over rows, of logits and the numbers of their classes. */
    public Loss djl() {
        return new FocalNetworkLoss(this);
    }

    /** Returns it with weights in the order of these classes; refuses what are not one for each. */
    FocalLoss ordered(Labels labels, String label) {
        var names = labels.classes();
        if (!weights.isEmpty() && weights.size() != names.size()) {
            throw new IllegalArgumentException(
                    "the loss has %d weights, and '%s' has %d classes: %s; give one for each, or none"
                            .formatted(
                                    weights.size(), label, names.size(), String.join(", ", names)));
        }
        if (classes.isEmpty()) {
            return this;
        }
        if (!classes.containsAll(names)) {
            throw new IllegalArgumentException(
                    "the loss has weights of %s, and the classes of '%s' are %s; weigh those"
                            .formatted(
                                    String.join(", ", classes), label, String.join(", ", names)));
        }
        return new FocalLoss(
                gamma,
                names.stream().map(name -> weights.get(classes.indexOf(name))).toList(),
                names);
    }

    /** Returns the loss of a row of two classes. */
    public double loss(double logOdds, boolean isPositive) {
        var row = BinaryRow.of(logOdds, isPositive);
        return weight(isPositive ? 1 : 0) * row.focus(gamma) * -row.logP();
    }

    /** Returns its derivative by the log odds. */
    public double gradient(double logOdds, boolean isPositive) {
        var row = BinaryRow.of(logOdds, isPositive);
        double slope = row.focus(gamma) * (gamma * row.p() * row.logP() - row.q());
        return weight(isPositive ? 1 : 0) * (isPositive ? slope : -slope);
    }

    /** Returns its second derivative by the log odds, which is below 0 where a row is far on the wrong side. */
    public double hessian(double logOdds, boolean isPositive) {
        var row = BinaryRow.of(logOdds, isPositive);
        double bend = row.q() * (1 + 2 * gamma) + gamma * row.logP() * (row.q() - gamma * row.p());
        return weight(isPositive ? 1 : 0) * row.focus(gamma) * row.p() * bend;
    }

    /** Returns the loss of a row of any number of classes, given what softmax is taken of. */
    public double loss(double[] logits, int actual) {
        var row = SoftmaxRow.of(logits, actual);
        return weight(actual) * row.focus(gamma) * -row.logP();
    }

    /** Returns its derivatives by each of the logits. */
    public double[] gradient(double[] logits, int actual) {
        var row = SoftmaxRow.of(logits, actual);
        double slope = weight(actual) * row.slope(gamma);
        var gradient = new double[logits.length];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = slope * (k == actual ? row.q() : -row.probabilities()[k]);
        }
        return gradient;
    }

    /** Returns its second derivatives by each of the logits: the diagonal of the Hessian. */
    public double[] hessian(double[] logits, int actual) {
        var row = SoftmaxRow.of(logits, actual);
        var hessian = new double[logits.length];
        for (int k = 0; k < hessian.length; k++) {
            hessian[k] = weight(actual) * row.bend(gamma, k, actual);
        }
        return hessian;
    }

    /** The second derivative, or that of cross entropy as much weighed where it is less: trees divide by it. */
    double boundedHessian(double logOdds, boolean isPositive) {
        var row = BinaryRow.of(logOdds, isPositive);
        double least = weight(isPositive ? 1 : 0) * row.focus(gamma) * row.p() * row.q();
        return Math.max(hessian(logOdds, isPositive), least);
    }

    double[] boundedHessian(double[] logits, int actual) {
        var row = SoftmaxRow.of(logits, actual);
        var hessian = hessian(logits, actual);
        for (int k = 0; k < hessian.length; k++) {
            double p = row.probabilities()[k];
            double least = weight(actual) * row.focus(gamma) * p * (1 - p);
            hessian[k] = Math.max(hessian[k], least);
        }
        return hessian;
    }

    private double weight(int place) {
        if (weights.isEmpty()) {
            return 1;
        }
        if (place >= weights.size()) {
            throw new IllegalArgumentException(
                    "there are %d weights, and a row of class number %d; give one for each class"
                            .formatted(weights.size(), place));
        }
        return weights.get(place);
    }

    @Override
    public String toString() {
        return "FocalLoss[gamma=%s, weights=%s%s]"
                .formatted(gamma, weights, classes.isEmpty() ? "" : ", classes=" + classes);
    }
}
