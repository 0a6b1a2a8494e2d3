package himalia.training;

import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IObjective;

/** Focal loss, as XGBoost asks for it: gradients and second derivatives of all rows, by what the trees say so far. */
final class FocalObjective implements IObjective {
    private static final long serialVersionUID = 1;

    private final transient FocalLoss loss;
    private final transient int[] codes;

    FocalObjective(FocalLoss loss, int[] codes) {
        this.loss = loss;
        this.codes = codes;
    }

    @Override
    public List<float[]> getGradient(float[][] margins, DMatrix matrix) {
        int width = margins[0].length;
        var gradients = new float[margins.length * width];
        var hessians = new float[gradients.length];
        for (int row = 0; row < margins.length; row++) {
            if (width == 1) {
                boolean isPositive = codes[row] == 1;
                double margin = margins[row][0];
                gradients[row] = (float) loss.gradient(margin, isPositive);
                hessians[row] = (float) loss.boundedHessian(margin, isPositive);
            } else {
                fill(margins[row], codes[row], row * width, gradients, hessians);
            }
        }
        return List.of(gradients, hessians);
    }

    private void fill(float[] margins, int code, int start, float[] gradients, float[] hessians) {
        var logits = new double[margins.length];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = margins[k];
        }
        var slopes = loss.gradient(logits, code);
        var bends = loss.boundedHessian(logits, code);
        for (int k = 0; k < logits.length; k++) {
            gradients[start + k] = (float) slopes[k];
            hessians[start + k] = (float) bends[k];
        }
    }
}
