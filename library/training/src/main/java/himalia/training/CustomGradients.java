package himalia.training;

import himalia.display.bundle.Interrupts;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IObjective;

/** An objective that was given, as XGBoost asks for it; what it answers is looked at before XGBoost learns from it. */
final class CustomGradients implements IObjective {
    private static final long serialVersionUID = 1;

    private final transient CustomObjective objective;
    private final transient double[] labels;
    private final transient float[] weights;

    /**
     * Takes the rows.
     *
     * @param weights what each row counts; empty where all count the same
     */
    CustomGradients(CustomObjective objective, double[] labels, float[] weights) {
        this.objective = objective;
        this.labels = labels;
        this.weights = weights;
    }

    @Override
    public List<float[]> getGradient(float[][] margins, DMatrix matrix) {
        var sums = new double[margins.length];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = margins[row][0];
        }
        var given = asked(sums);
        if (given == null) {
            throw refused("returned null; it returns Derivatives of all rows");
        }
        checkLength("gradients", given.gradient());
        checkLength("Hessians", given.hessian());
        var gradients = new float[labels.length];
        var hessians = new float[labels.length];
        double sum = 0;
        for (int row = 0; row < gradients.length; row++) {
            double weight = weights.length == 0 ? 1 : weights[row];
            gradients[row] = (float) (weight * given.gradient()[row]);
            hessians[row] = (float) (weight * given.hessian()[row]);
            if (!Float.isFinite(gradients[row])) {
                throw refused(
                        "gave a gradient of %s for row %d, whose margin is %s and label %s; it must be a finite number"
                                .formatted(
                                        given.gradient()[row], row, margins[row][0], labels[row]));
            }
            if (!(hessians[row] >= 0) || Float.isInfinite(hessians[row])) {
                throw refused(
                        "gave a Hessian of %s for row %d, whose margin is %s and label %s; it must be finite and 0 or more: take a bound of it, such as 1, where the loss bends down"
                                .formatted(
                                        given.hessian()[row], row, margins[row][0], labels[row]));
            }
            sum += hessians[row];
        }
        if (sum == 0) {
            throw refused(
                    "gave Hessians that are all 0, and XGBoost divides by their sum; give 1 where the second derivative vanishes");
        }
        return List.of(gradients, hessians);
    }

    private Derivatives asked(double[] margins) {
        try {
            return objective.function().of(margins, labels.clone());
        } catch (RuntimeException e) {
            if (Interrupts.threw(e)) {
                // Who waits and wraps what an interrupt throws has taken it from the thread, which
                // others ask.
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    private void checkLength(String what, double... values) {
        if (values.length != labels.length) {
            throw refused(
                    "gave %d %s for %d rows; each row has one"
                            .formatted(values.length, what, labels.length));
        }
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("objective '%s' %s".formatted(objective.title(), why));
    }
}
