package himalia.features;

import himalia.onnx.OnnxValue;
import himalia.table.Cores;
import java.util.Arrays;

/**
 * A number's share of those below it, linear between quantiles.
 *
 * @param points the quantiles, each once, in order
 * @param first the share of the first that was the same
 * @param last that of the last
 */
record QuantileRule(double[] points, double[] first, double[] last, boolean isNormal)
        implements NumberRule {
    /** So near to an end of the normal distribution its number is finite still. */
    private static final double END = 1e-7;

    /** How many numbers one core takes at once. */
    private static final int PART = 4_096;

    private static final double FURTHEST = -NormalQuantile.of(END - Math.ulp(1.0));

    static QuantileRule of(double[] quantiles, boolean isNormal) {
        var points = Arrays.stream(quantiles).map(QuantileRule::unsigned).distinct().toArray();
        var first = new double[points.length];
        var last = new double[points.length];
        int place = -1;
        for (int i = 0; i < quantiles.length; i++) {
            double share = QuantileTransformer.share(i, quantiles.length);
            if (place < 0 || quantiles[i] != points[place]) {
                first[++place] = share;
            }
            last[place] = share;
        }
        return new QuantileRule(points, first, last, isNormal);
    }

    /** 0 and -0 are one number, which distinct numbers and places in an array are not told apart by. */
    private static double unsigned(double value) {
        return value + 0.0;
    }

    @Override
    public double apply(double value) {
        double share = share(unsigned(value));
        if (!isNormal) {
            return share;
        }
        double near = NormalQuantile.of(Math.min(Math.max(share, END / 2), 1 - END / 2));
        return Math.min(Math.max(near, -FURTHEST), FURTHEST);
    }

    /** Each is looked for among the points, which takes long enough for all cores in one column. */
    @Override
    public void apply(double[] values) {
        int parts = (values.length + PART - 1) / PART;
        Cores.each(
                parts,
                (long) values.length * points.length,
                part -> apply(values, part * PART, Math.min(values.length, (part + 1) * PART)));
    }

    private double share(double value) {
        int end = points.length - 1;
        double margin = isNormal ? END : 0;
        // Lower wins where both hold, as in a constant column.
        if (value - margin < points[0] || value == points[0]) {
            return 0;
        }
        if (value + margin > points[end] || value == points[end]) {
            return 1;
        }
        int place = lastUpTo(value);
        if (points[place] == value) {
            return (first[place] + last[place]) / 2;
        }
        int above = place + 1;
        double unit = unit(above);
        double part = (value * unit - points[above - 1] * unit) / width(above);
        return last[above - 1] + part * (first[above] - last[above - 1]);
    }

    /** Returns the place of the last point that is not above, of which there is one: by a choice without a branch, that no processor can guess. */
    private int lastUpTo(double value) {
        int place = 0;
        int length = points.length;
        while (length > 1) {
            int half = length >>> 1;
            place = points[place + half] <= value ? place + half : place;
            length -= half;
        }
        return place;
    }

    /** Points that are further apart than a double holds are measured by halves. */
    private double unit(int above) {
        return Double.isInfinite(points[above] - points[above - 1]) ? 0.5 : 1;
    }

    private double width(int above) {
        double unit = unit(above);
        return points[above] * unit - points[above - 1] * unit;
    }

    @Override
    public String sql(String number) {
        int end = points.length - 1;
        var margin = SqlText.number(isNormal ? END : 0);
        var share = new StringBuilder("CASE");
        when(share, number + " - " + margin + " < " + SqlText.number(points[0]), "0e0");
        when(share, number + " = " + SqlText.number(points[0]), "0e0");
        when(share, number + " + " + margin + " > " + SqlText.number(points[end]), "1e0");
        when(share, number + " = " + SqlText.number(points[end]), "1e0");
        for (int i = 1; i <= end; i++) {
            var point = SqlText.number(points[i]);
            double unit = unit(i);
            when(
                    share,
                    number + " < " + point,
                    "%s + (%s - %s) / %s * %s"
                            .formatted(
                                    SqlText.number(last[i - 1]),
                                    unit == 1 ? number : number + " * " + SqlText.number(unit),
                                    SqlText.number(points[i - 1] * unit),
                                    SqlText.number(width(i)),
                                    SqlText.number(first[i] - last[i - 1])));
            if (first[i] != last[i]) {
                when(share, number + " = " + point, SqlText.number((first[i] + last[i]) / 2));
            }
        }
        share.append(" END");
        return isNormal ? normal(share.toString()) : share.toString();
    }

    @Override
    public OnnxValue onnx(OnnxValue number) {
        int end = points.length - 1;
        double margin = isNormal ? END : 0;
        var graph = number.graph();
        var below = OnnxParts.stretch(number, points);
        // From each point: where it is, what it stands for, what stands there next, the unit, where
        // it is in that, how far the next point is, and how much more that stands for.
        var stretches = new double[points.length][];
        for (int i = 0; i <= end; i++) {
            double unit = i == end ? 1 : unit(i + 1);
            stretches[i] =
                    new double[] {
                        points[i],
                        (first[i] + last[i]) / 2,
                        last[i],
                        unit,
                        points[i] * unit,
                        i == end ? 1 : width(i + 1),
                        i == end ? 0 : first[i + 1] - last[i]
                    };
        }
        var found = below.rowsOf(graph.table(stretches), "the stretch of a quantile").split();
        var part = number.times(found.get(3)).minus(found.get(4)).over(found.get(5));
        var inside = found.get(2).plus(part.times(found.get(6)));
        var share = number.isEqual(found.get(0)).choose(found.get(1), inside);
        var isHigh = graph.number(points[end]).isBelow(number.plus(margin));
        share = isHigh.or(number.isEqual(points[end])).choose(graph.number(1), share);
        var isLow = number.minus(margin).isBelow(points[0]);
        share = isLow.or(number.isEqual(points[0])).choose(graph.number(0), share);
        return isNormal
                ? OnnxParts.within(
                        NormalQuantile.onnx(OnnxParts.within(share, END / 2, 1 - END / 2)),
                        -FURTHEST,
                        FURTHEST)
                : share;
    }

    private static void when(StringBuilder cases, String condition, String then) {
        cases.append(" WHEN ").append(condition).append(" THEN ").append(then);
    }

    /** A list of one, so that the share has a name, and is made once. */
    private static String normal(String share) {
        var low = SqlText.number(END / 2);
        var high = SqlText.number(1 - END / 2);
        return "list_transform([%s], lambda p: CASE WHEN p IS NOT NULL THEN least(greatest(%s, %s), %s) END)[1]"
                .formatted(
                        share,
                        NormalQuantile.sql("least(greatest(p, %s), %s)".formatted(low, high)),
                        SqlText.number(-FURTHEST),
                        SqlText.number(FURTHEST));
    }
}
