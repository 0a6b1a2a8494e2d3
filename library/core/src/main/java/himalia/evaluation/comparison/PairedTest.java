package himalia.evaluation.comparison;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.validation.CrossValidationScores;
import himalia.evaluation.validation.FoldScores;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether two models' scores on the same folds differ by more than chance.
 *
 * <pre>{@code
 * var splitter = new StratifiedKFold(10, 42);
 * var weak = CrossValidation.of(new LogisticRegression(0.001), train, "churned", splitter).scores("roc_auc");
 * var strong = CrossValidation.of(new LogisticRegression(1.0), train, "churned", splitter).scores("roc_auc");
 * PairedTest.correctedResampledT(weak, strong, "roc_auc").p()
 * double[] one = {0.83, 0.84, 0.86};
 * double[] other = {0.81, 0.82, 0.84};
 * PairedTest.correctedResampledT(one, other, 0.25)
 * double[][] differences = {{0.05, 0.0}, {0.0, 0.02}, {-0.01, 0.03}, {-0.01, 0.04}, {0.02, 0.01}};
 * PairedTest.fiveByTwo(differences)
 * }</pre>
 *
 * @param name of the test
 * @param difference the mean of the first model's scores less that of the second's
 * @param statistic Student's t
 * @param degrees of freedom
 */
public record PairedTest(String name, double difference, double statistic, int degrees) {
    private static final int TIMES = 5;

    public PairedTest {
        given(name, "name");
    }

    /**
     * Student's test of paired scores. Folds learn from the same rows, so that it finds differences where there are none: {@link
     * #correctedResampledT} does not.
     */
    public static PairedTest pairedT(double[] first, double[] second) {
        return tested("paired t-test", first, second, 0);
    }

    /**
     * Student's test with the variance that folds have which learn from the same rows.
     *
     * <p>C. Nadeau, Y. Bengio (2003): Inference for the Generalization Error. Machine Learning 52, 239–281.
     *
     * @param testOverTrain how many rows are judged by for each that is learnt from; 0.25 for five folds
     */
    public static PairedTest correctedResampledT(
            double[] first, double[] second, double testOverTrain) {
        if (!(testOverTrain > 0)) {
            throw new IllegalArgumentException(
                    "testOverTrain must be above 0, such as 0.25 for five folds, got "
                            + testOverTrain);
        }
        return tested("corrected resampled t-test", first, second, testOverTrain);
    }

    /**
     * The same of two cross-validations by one splitter.
     *
     * @throws IllegalArgumentException if their folds are of other rows, or the metric is undefined in one of them
     */
    public static PairedTest correctedResampledT(
            CrossValidationScores first, CrossValidationScores second, String metric) {
        given(first, "first");
        given(second, "second");
        checkFolds(first.folds(), second.folds());
        return correctedResampledT(
                first.comparable(metric), second.comparable(metric), first.testOverTrain());
    }

    private static void checkFolds(List<FoldScores> first, List<FoldScores> second) {
        for (int fold = 0; fold < Math.min(first.size(), second.size()); fold++) {
            var one = first.get(fold);
            var other = second.get(fold);
            if (!one.isOfTheSameRows(other)) {
                throw new IllegalArgumentException(
                        "fold %d learnt from %s of the one, and of the other from %s; cross-validate both by one splitter and seed, on one table"
                                .formatted(fold, rows(one), rows(other)));
            }
        }
    }

    private static String rows(FoldScores fold) {
        return "%d rows and was judged by %d%s"
                .formatted(
                        fold.trainRows(),
                        fold.testRows(),
                        fold.members() == 0 ? "" : " (rows %08x)".formatted(fold.members()));
    }

    private static PairedTest tested(
            String name, double[] first, double[] second, double testOverTrain) {
        given(first, "first");
        given(second, "second");
        if (first.length != second.length || first.length < 2) {
            throw new IllegalArgumentException(
                    "as many scores of both are wanted, and two at least, got %d and %d"
                            .formatted(first.length, second.length));
        }
        int folds = first.length;
        double mean = 0;
        for (int i = 0; i < folds; i++) {
            if (Double.isNaN(first[i]) || Double.isNaN(second[i])) {
                throw new IllegalArgumentException(
                        "the scores of fold %d are %s and %s, and NaN differs from nothing by a number; leave that fold out of both, or take another metric"
                                .formatted(i, first[i], second[i]));
            }
            mean += (first[i] - second[i]) / folds;
        }
        double squares = 0;
        for (int i = 0; i < folds; i++) {
            double apart = first[i] - second[i] - mean;
            squares += apart * apart;
        }
        double error = Math.sqrt(squares / (folds - 1) * (1.0 / folds + testOverTrain));
        return new PairedTest(name, mean, ratio(mean, error), folds - 1);
    }

    /** Scores that are always the same differ by nothing, or without a doubt. */
    private static double ratio(double mean, double error) {
        return mean == 0 ? 0 : mean / error;
    }

    /**
     * Dietterich's test of five times two folds.
     *
     * <p>T. G. Dietterich (1998): Approximate Statistical Tests for Comparing Supervised Classification Learning Algorithms. Neural
     * Computation 10, 1895–1923.
     *
     * @param differences of the first model's score and the second's: five rows, one a time, of two folds each
     */
    public static PairedTest fiveByTwo(double[][] differences) {
        given(differences, "differences");
        double variances = 0;
        double mean = 0;
        if (differences.length != TIMES) {
            throw new IllegalArgumentException(
                    "five times two folds are wanted, got %d times".formatted(differences.length));
        }
        for (var time : differences) {
            if (time.length != 2) {
                throw new IllegalArgumentException(
                        "five times two folds are wanted, got %d folds".formatted(time.length));
            }
            double half = (time[0] + time[1]) / 2;
            mean += half / TIMES;
            variances += (time[0] - half) * (time[0] - half) + (time[1] - half) * (time[1] - half);
        }
        return new PairedTest(
                "5×2cv t-test",
                mean,
                ratio(differences[0][0], Math.sqrt(variances / TIMES)),
                TIMES);
    }

    /** Returns the probability of so large a statistic, either way, where both are equally good. */
    public double p() {
        if (Double.isInfinite(statistic)) {
            return 0;
        }
        return 2 * new TDistribution(null, degrees).cumulativeProbability(-Math.abs(statistic));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: difference %.4f, t %.3f with %d degrees of freedom, p %.4f",
                name,
                difference,
                statistic,
                degrees,
                p());
    }
}
