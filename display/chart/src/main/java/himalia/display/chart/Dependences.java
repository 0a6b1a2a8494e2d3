package himalia.display.chart;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;

/** What a model says over the values of one feature. */
final class Dependences {
    /** A picture of more is one grey. */
    private static final int MOST_ROWS = 200;

    private Dependences() {}

    static Figure over(String title, String feature, double[] x, double[] mean, double[][] rows) {
        given(x, "x");
        given(mean, "mean");
        given(rows, "rows");
        var marks = new ArrayList<Mark>();
        if (rows.length > 0) {
            marks.add(thin(x, rows));
        }
        marks.add(new Mark.Line("mean", Numbers.of(x), Numbers.of(mean), Mark.Style.SOLID));
        return Figure.of(
                        "partial dependence",
                        title,
                        Axis.numbers(feature),
                        Axis.numbers("says"),
                        marks)
                .noted(
                        rows.length > MOST_ROWS
                                ? "%,d of %,d rows are drawn".formatted(MOST_ROWS, rows.length)
                                : "");
    }

    /** All rows are one line, which breaks between them. */
    private static Mark thin(double[] x, double[][] rows) {
        int drawn = Math.min(MOST_ROWS, rows.length);
        int length = x.length + 1;
        var along = new double[drawn * length];
        var said = new double[drawn * length];
        for (int i = 0; i < drawn; i++) {
            var row = rows[(int) ((long) i * rows.length / drawn)];
            System.arraycopy(x, 0, along, i * length, x.length);
            System.arraycopy(row, 0, said, i * length, x.length);
            along[(i + 1) * length - 1] = Double.NaN;
            said[(i + 1) * length - 1] = Double.NaN;
        }
        return new Mark.Line("rows", Numbers.of(along), Numbers.of(said), Mark.Style.THIN);
    }
}
