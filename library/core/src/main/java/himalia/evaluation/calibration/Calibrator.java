package himalia.evaluation.calibration;

/**
 * Makes a probability of a decision value: of a logit, or of any other number that grows with how sure a classifier is.
 *
 * <pre>{@code
 * double[] decision = {-2, -1, 0.5, 2};
 * boolean[] positive = {false, false, true, true};
 * PlattScaling.fit(decision, positive).probability(1.0)
 * IsotonicCalibration.fit(decision, positive).probability(1.0)
 * }</pre>
 */
public sealed interface Calibrator permits PlattScaling, IsotonicCalibration {
    /** Returns how probable it is that a row of such a decision value is positive. */
    double probability(double decision);
}
