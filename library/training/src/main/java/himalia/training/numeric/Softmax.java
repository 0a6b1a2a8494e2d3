package himalia.training.numeric;

/**
 * Turns scores into probabilities, without overflow.
 *
 * <pre>{@code
 * Softmax.of(new double[] {1000, 1000})   // 0.5, 0.5
 * }</pre>
 */
public final class Softmax {
    private Softmax() {}

    /** Returns probabilities that add up to 1, in the scores' order. */
    public static double[] of(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        var probabilities = new double[scores.length];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] = Math.exp(scores[k] - highest);
            sum += probabilities[k];
        }
        for (int k = 0; k < scores.length; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }
}
