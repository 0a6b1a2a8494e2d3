package himalia.evaluation;

/**
 * Points of a curve over thresholds, ready for a chart.
 *
 * <pre>{@code
 * Curve roc = report.scores("1").roc();
 * roc.area()   // 0.93
 * Charts.line("ROC").x("false positive rate", roc.x()).y("true positive rate", roc.y())
 * }</pre>
 */
public final class Curve {
    private final double[] x;
    private final double[] y;
    private final double[] thresholds;

    Curve(double[] x, double[] y, double[] thresholds) {
        this.x = x;
        this.y = y;
        this.thresholds = thresholds;
    }

    public int size() {
        return x.length;
    }

    public double[] x() {
        return x.clone();
    }

    public double[] y() {
        return y.clone();
    }

    /** Returns the threshold of each point: rows that score it or more are called positive. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    /** Returns the area under the curve, by trapezoids. */
    public double area() {
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return Math.abs(area);
    }
}
