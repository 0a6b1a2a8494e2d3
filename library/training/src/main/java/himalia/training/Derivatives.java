package himalia.training;

import static himalia.display.bundle.Given.given;

import java.util.function.DoubleBinaryOperator;

/**
 * The first and second derivatives of a loss by the margins of all rows, by which XGBoost grows a tree.
 *
 * <pre>{@code
 * double[] margins = {0, 0};
 * double[] labels = {1, 2};
 * Derivatives.ofEach(margins, labels, (margin, label) -> margin - label, (margin, label) -> 1)     // half the squared error
 * }</pre>
 *
 * @param gradient one a row: below 0 where the margin must grow
 * @param hessian one a row, at least 0; where it is 0, as of the absolute error, give 1
 */
public record Derivatives(double[] gradient, double[] hessian) {
    public Derivatives {
        given(gradient, "gradient");
        given(hessian, "hessian");
    }

    /** Computes both row by row, of a margin and a label. */
    public static Derivatives ofEach(
            double[] margins,
            double[] labels,
            DoubleBinaryOperator gradient,
            DoubleBinaryOperator hessian) {
        given(margins, "margins");
        given(labels, "labels");
        given(gradient, "gradient");
        given(hessian, "hessian");
        if (margins.length != labels.length) {
            throw new IllegalArgumentException(
                    "there are %d margins and %d labels; each row has one of both"
                            .formatted(margins.length, labels.length));
        }
        var first = new double[margins.length];
        var second = new double[margins.length];
        for (int row = 0; row < first.length; row++) {
            first[row] = gradient.applyAsDouble(margins[row], labels[row]);
            second[row] = hessian.applyAsDouble(margins[row], labels[row]);
        }
        return new Derivatives(first, second);
    }
}
