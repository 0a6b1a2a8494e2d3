package himalia.evaluation.costs;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.model.Predictions;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Brings probabilities of a model that has learnt from balanced rows back to the shares that classes have in the world.
 *
 * <pre>{@code
 * Table balanced = new RandomUnderSampler(42).resample(train, "churned");
 * Model model = trainer.fit(balanced, "churned");
 * var honest = PriorCorrection.of(balanced, train, "churned").apply(model.predict(test));
 * PriorCorrection.of(0.5, 0.01).apply(0.9)    // 0.083
 * }</pre>
 *
 * <p>By Bayes' rule, each class's probability times its share in the world over its share among the rows learnt from. That is
 * right for rows that were copied or left out by chance, and where weights stood in their place; synthetic rows make it an approximation,
 * and of rows that were chosen by where they lie it may be far off.
 *
 * @param classes in the order of the probabilities
 * @param factors what each probability is multiplied by, before all are brought to a sum of 1
 */
public record PriorCorrection(List<String> classes, List<Double> factors) {
    public PriorCorrection {
        classes = List.copyOf(given(classes, "classes"));
        factors = List.copyOf(given(factors, "factors"));
        if (classes.size() != factors.size() || classes.size() < 2) {
            throw new IllegalArgumentException(
                    "there are %d factors for classes %s; each of two or more has one"
                            .formatted(factors.size(), classes));
        }
        for (double factor : factors) {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException(
                        "factors must be above 0 and finite, got " + factor);
            }
        }
    }

    /**
     * Compares the rows that were learnt from with those of the world.
     *
     * @param learnt the rows after sampling
     * @param world the rows before
     */
    public static PriorCorrection of(Table learnt, Table world, String label) {
        var there = Labels.toLearn(world, label);
        var here =
                Labels.toCompare(learnt, label, there.classes(), "the rows of the world have only");
        var before = there.counts();
        var counts = here.counts();
        var factors = new Double[counts.length];
        for (int k = 0; k < factors.length; k++) {
            if (counts[k] == 0) {
                throw new IllegalArgumentException(
                        "class '%s' has no row among those learnt from, so the model cannot know it; sample some"
                                .formatted(there.classes().get(k)));
            }
            // One division of whole numbers: a factor of 0.3 is 0.3, and not a little more.
            factors[k] = ((double) before[k] * here.size()) / ((double) there.size() * counts[k]);
        }
        return new PriorCorrection(there.classes(), Arrays.asList(factors));
    }

    /**
     * Makes the correction of two classes, 0 and 1.
     *
     * @param learnt the second one's share among the rows learnt from
     * @param world its share in the world
     */
    public static PriorCorrection of(double learnt, double world) {
        checkShare(learnt);
        checkShare(world);
        return new PriorCorrection(
                List.of("0", "1"), List.of((1 - world) / (1 - learnt), world / learnt));
    }

    private static void checkShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "the share of a class must be between 0 and 1, got " + share);
        }
    }

    /** Corrects the second one's probability, of two. */
    public double apply(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "a probability must be from 0 to 1, got " + probability);
        }
        return apply(new double[] {1 - probability, probability})[1];
    }

    /**
     * Corrects the probabilities of a row, in the order of the classes.
     *
     * @param probabilities each from 0 to 1, and not all 0
     */
    public double[] apply(double[] probabilities) {
        given(probabilities, "probabilities");
        if (probabilities.length != factors.size()) {
            throw new IllegalArgumentException(
                    "%d probabilities for %d classes (%s)"
                            .formatted(
                                    probabilities.length,
                                    factors.size(),
                                    String.join(", ", classes)));
        }
        var corrected = new double[probabilities.length];
        double sum = 0;
        for (int k = 0; k < corrected.length; k++) {
            if (!OperatingPoint.isProbability(probabilities[k])) {
                throw new IllegalArgumentException(
                        "a probability must be from 0 to 1, got %s for '%s'"
                                .formatted(probabilities[k], classes.get(k)));
            }
            corrected[k] = probabilities[k] * factors.get(k);
            sum += corrected[k];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "the probabilities of all %d classes (%s) are 0; one at least is above, and together they are 1"
                            .formatted(classes.size(), String.join(", ", classes)));
        }
        for (int k = 0; k < corrected.length; k++) {
            corrected[k] /= sum;
        }
        return corrected;
    }

    /** Corrects what a model says of every row. */
    public Predictions apply(Predictions predictions) {
        given(predictions, "predictions");
        if (!predictions.classes().equals(classes)) {
            throw new IllegalArgumentException(
                    "the predictions are of classes %s, and this correction of %s"
                            .formatted(predictions.classes(), classes));
        }
        var rows = new double[predictions.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = apply(predictions.probabilities(row));
        }
        return Predictions.of(classes, rows);
    }
}
