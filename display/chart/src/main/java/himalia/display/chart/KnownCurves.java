package himalia.display.chart;

import himalia.display.bundle.Given;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.List;

/** Curves of shares over shares whose points somebody has computed. */
final class KnownCurves {
    /** A picture has no room for more points. */
    private static final int MOST = 2_000;

    private KnownCurves() {}

    static Figure roc(String title, double[] x, double[] y) {
        check(title, x, y);
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return Curves.unit(
                "ROC curve",
                title,
                "false positive rate",
                "true positive rate",
                List.of(
                        new Mark.Reference(0, 0, 1, 1, "chance"),
                        line("area " + Curves.three(Math.abs(area)), x, y)));
    }

    static Figure precisionRecall(String title, double[] x, double[] y) {
        check(title, x, y);
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            // The precision of the point that finds more holds on the way to the next one.
            area += Math.abs(x[i] - x[i - 1]) * (x[i] < x[i - 1] ? y[i - 1] : y[i]);
        }
        return Curves.unit(
                "precision-recall curve",
                title,
                "recall",
                "precision",
                List.of(line("average precision " + Curves.three(area), x, y)));
    }

    static Figure calibration(String title, double[] x, double[] y) {
        check(title, x, y);
        return Curves.unit(
                "calibration curve",
                title,
                "predicted probability",
                "observed share",
                List.of(new Mark.Reference(0, 0, 1, 1, "perfect"), line("model", x, y)));
    }

    private static void check(String title, double[] x, double[] y) {
        Given.given(title, "title");
        if (Given.given(x, "x").length != Given.given(y, "y").length) {
            throw new IllegalArgumentException(
                    "a curve has a y for each x, got %d and %d".formatted(x.length, y.length));
        }
    }

    private static Mark line(String name, double[] x, double[] y) {
        int size = Math.min(MOST, x.length);
        var drawnX = new double[size];
        var drawnY = new double[size];
        for (int i = 0; i < size; i++) {
            int at = size < 2 ? i : (int) ((long) i * (x.length - 1) / (size - 1));
            drawnX[i] = x[at];
            drawnY[i] = y[at];
        }
        return new Mark.Line(name, Numbers.of(drawnX), Numbers.of(drawnY), Mark.Style.SOLID);
    }
}
