package himalia.features;

import himalia.display.bundle.InterruptCheck;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Columns of any number of rows as a triangle with the same lengths and directions: the R of a QR decomposition, which takes some rows
 * after others, so that it never holds more than those.
 *
 * <p>G. Golub, C. Van Loan (2013): Matrix Computations, chapter 5.2.
 */
final class CentredTriangle {
    private static final int FEWEST = 1024;

    private CentredTriangle() {}

    /**
     * Returns the triangle of columns, of which each is taken less its mean.
     *
     * @param columns the numbers, by column
     */
    static RealMatrix of(double[][] columns, double[] means) {
        int width = columns.length;
        int rows = columns[0].length;
        int some = Math.max(FEWEST, 2 * width);
        var interrupt = new InterruptCheck();
        RealMatrix triangle = MatrixUtils.createRealMatrix(width, width);
        for (int from = 0; from < rows; from += some) {
            interrupt.ask();
            int count = Math.min(some, rows - from);
            var stacked = new double[width + count][width];
            for (int j = 0; j < width; j++) {
                for (int k = 0; k < width; k++) {
                    stacked[j][k] = triangle.getEntry(j, k);
                }
                for (int i = 0; i < count; i++) {
                    stacked[width + i][j] = columns[j][from + i] - means[j];
                }
            }
            triangle =
                    new QRDecomposition(new Array2DRowRealMatrix(stacked, false))
                            .getR()
                            .getSubMatrix(0, width - 1, 0, width - 1);
        }
        return triangle;
    }
}
