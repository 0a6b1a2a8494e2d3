package himalia.display.chart.data;

import himalia.display.chart.mark.Numbers;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The straight line through points that is nearest to them, and where the true one lies in 95 of 100 cases.
 *
 * @param slope how much y grows with x
 * @param intercept y at 0
 * @param x where line and band are known
 * @param low the band's lower edge
 * @param high the band's upper edge
 */
public record Trend(
        double slope, double intercept, Numbers x, Numbers line, Numbers low, Numbers high) {
    private static final int POINTS = 60;

    /** Student's 97.5 % points for 1 to 10 degrees of freedom. */
    private static final double[] STUDENT = {
        12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157,
        2.228139
    };

    private static final double NORMAL = 1.959963984540054;

    /** Fits the line; nothing where there are fewer than three points, or all of them have one x. */
    public static Optional<Trend> of(double[] xs, double[] ys) {
        var rows =
                IntStream.range(0, xs.length)
                        .filter(i -> Double.isFinite(xs[i]) && Double.isFinite(ys[i]))
                        .toArray();
        double size = rows.length;
        double meanX = 0;
        double meanY = 0;
        for (var row : rows) {
            meanX += xs[row] / size;
            meanY += ys[row] / size;
        }
        double squares = 0;
        double products = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (var row : rows) {
            squares += (xs[row] - meanX) * (xs[row] - meanX);
            products += (xs[row] - meanX) * (ys[row] - meanY);
            least = Math.min(least, xs[row]);
            most = Math.max(most, xs[row]);
        }
        if (size < 3 || squares == 0) {
            return Optional.empty();
        }
        double slope = products / squares;
        double left = 0;
        for (var row : rows) {
            var off = ys[row] - meanY - slope * (xs[row] - meanX);
            left += off * off;
        }
        double from = least;
        double step = (most - least) / (POINTS - 1);
        var x = Numbers.positions(POINTS).map(i -> from + i * step);
        double reach = student((int) size - 2) * Math.sqrt(left / (size - 2));
        double middle = meanX;
        double height = meanY;
        double all = squares;
        var line = x.map(v -> height + slope * (v - middle));
        var off = x.map(v -> reach * Math.sqrt(1 / size + (v - middle) * (v - middle) / all));
        return Optional.of(
                new Trend(
                        slope,
                        height - slope * middle,
                        x,
                        line,
                        sum(line, off, -1),
                        sum(line, off, 1)));
    }

    private static Numbers sum(Numbers one, Numbers other, double sign) {
        return Numbers.of(
                IntStream.range(0, one.size())
                        .mapToDouble(i -> one.at(i) + sign * other.at(i))
                        .toArray());
    }

    /** A table for few degrees of freedom, Cornish and Fisher's series, exact to six digits, for more. */
    static double student(int freedom) {
        if (freedom <= STUDENT.length) {
            return STUDENT[freedom - 1];
        }
        double z = NORMAL;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        return z
                + (z3 + z) / (4.0 * freedom)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * Math.pow(freedom, 2))
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * Math.pow(freedom, 3))
                + (79 * z7 * z * z + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z)
                        / (92160 * Math.pow(freedom, 4));
    }
}
