package himalia.evaluation;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import java.util.Locale;

/**
 * Points of a curve over thresholds, ready for a chart.
 *
 * <pre>{@code
 * Curve roc = report.scores("1").roc();
 * roc.area()   // 0.93
 * roc.chart("Churn")
 * }</pre>
 */
public final class Curve implements Displayable {
    /** What is drawn over what. */
    enum Kind {
        ROC,
        PRECISION_RECALL
    }

    private final Kind kind;
    private final double[] x;
    private final double[] y;
    private final double[] thresholds;

    Curve(Kind kind, double[] x, double[] y, double[] thresholds) {
        this.kind = kind;
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

    /** Draws the curve. */
    public Chart chart(String title) {
        return kind == Kind.ROC ? Charts.roc(title, x, y) : Charts.precisionRecall(title, x, y);
    }

    /** Returns of which kind there are no rows, so that nothing can be drawn; empty where there is something. */
    private String lacking() {
        if (Double.isNaN(kind == Kind.ROC ? y[y.length - 1] : x[0])) {
            return "positive";
        }
        return Double.isNaN(x[x.length - 1]) ? "negative" : "";
    }

    @Override
    public MimeBundle bundle() {
        if (!lacking().isEmpty()) {
            return MimeBundle.plain(toString());
        }
        return Display.renderers()
                .render(chart(kind == Kind.ROC ? "ROC curve" : "Precision over recall"))
                .with(MimeBundle.PLAIN, toString());
    }

    @Override
    public String toString() {
        var name = kind == Kind.ROC ? "ROC curve" : "precision over recall";
        if (!lacking().isEmpty()) {
            return "%s, undefined: no row is %s, and a curve over thresholds needs rows of both classes"
                    .formatted(name, lacking());
        }
        return kind == Kind.ROC
                ? String.format(
                        Locale.ROOT, "ROC curve of %d thresholds, area %.4f", size() - 1, area())
                : "precision over recall of %d thresholds".formatted(size() - 1);
    }
}
