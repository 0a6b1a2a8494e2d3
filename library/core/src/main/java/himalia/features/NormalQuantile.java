package himalia.features;

import himalia.onnx.OnnxValue;

/**
 * The number below which a share of the normal distribution lies, to a double's digits.
 *
 * <p>M. J. Wichura (1988): Algorithm AS 241: The Percentage Points of the Normal Distribution. Applied Statistics 37,
 * 477–484.
 */
final class NormalQuantile {
    private static final double[] NEAR_ABOVE = {
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
        4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
        1.3314166789178437745e2, 3.3871328727963666080e0
    };
    private static final double[] NEAR_BELOW = {
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
        2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
        4.2313330701600911252e1, 1.0
    };
    private static final double[] FAR_ABOVE = {
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
        1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
        4.63033784615654529590e0, 1.42343711074968357734e0
    };
    private static final double[] FAR_BELOW = {
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
        1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
        2.05319162663775882187e0, 1.0
    };
    private static final double[] END_ABOVE = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
        2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
        5.46378491116411436990e0, 6.65790464350110377720e0
    };
    private static final double[] END_BELOW = {
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
        7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
        5.99832206555887937690e-1, 1.0
    };

    private NormalQuantile() {}

    static double of(double share) {
        double beside = share - 0.5;
        if (Math.abs(beside) <= 0.425) {
            double square = 0.180625 - beside * beside;
            return beside * value(NEAR_ABOVE, square) / value(NEAR_BELOW, square);
        }
        double root = Math.sqrt(-Math.log(Math.min(share, 1 - share)));
        double distance =
                root <= 5
                        ? value(FAR_ABOVE, root - 1.6) / value(FAR_BELOW, root - 1.6)
                        : value(END_ABOVE, root - 5) / value(END_BELOW, root - 5);
        return Math.copySign(distance, beside);
    }

    /** Writes the same in SQL; {@code share} is read several times. */
    static String sql(String share) {
        var beside = "(%s - 0.5e0)".formatted(share);
        var square = "(0.180625e0 - %1$s * %1$s)".formatted(beside);
        var root = "sqrt(-ln(least(%1$s, 1e0 - %1$s)))".formatted(share);
        return "CASE WHEN abs(%1$s) <= 0.425e0 THEN %1$s * %2$s / %3$s WHEN %4$s <= 5e0 THEN sign(%1$s) * %5$s / %6$s ELSE sign(%1$s) * %7$s / %8$s END"
                .formatted(
                        beside,
                        sql(NEAR_ABOVE, square),
                        sql(NEAR_BELOW, square),
                        root,
                        sql(FAR_ABOVE, "(" + root + " - 1.6e0)"),
                        sql(FAR_BELOW, "(" + root + " - 1.6e0)"),
                        sql(END_ABOVE, "(" + root + " - 5e0)"),
                        sql(END_BELOW, "(" + root + " - 5e0)"));
    }

    /** Computes the same in a graph. */
    static OnnxValue onnx(OnnxValue share) {
        var beside = share.minus(0.5);
        var square = beside.times(beside).times(-1).plus(0.180625);
        var near = beside.times(value(NEAR_ABOVE, square)).over(value(NEAR_BELOW, square));
        var other = share.times(-1).plus(1);
        var smaller = share.isBelow(other).choose(share, other);
        var root = smaller.by("Log").times(-1).by("Sqrt");
        var nearEnd = root.minus(1.6);
        var atEnd = root.minus(5);
        var far = value(FAR_ABOVE, nearEnd).over(value(FAR_BELOW, nearEnd));
        var end = value(END_ABOVE, atEnd).over(value(END_BELOW, atEnd));
        var isAtEnd = root.graph().number(5).isBelow(root);
        var distance = isAtEnd.choose(end, far).times(beside.by("Sign"));
        var isFar = beside.graph().number(0.425).isBelow(beside.by("Abs"));
        return isFar.choose(distance, near);
    }

    private static OnnxValue value(double[] highestFirst, OnnxValue at) {
        var value = at.times(highestFirst[0]).plus(highestFirst[1]);
        for (int i = 2; i < highestFirst.length; i++) {
            value = value.times(at).plus(highestFirst[i]);
        }
        return value;
    }

    private static double value(double[] highestFirst, double at) {
        double value = 0;
        for (double factor : highestFirst) {
            value = value * at + factor;
        }
        return value;
    }

    private static String sql(double[] highestFirst, String at) {
        var value = SqlText.number(highestFirst[0]);
        for (int i = 1; i < highestFirst.length; i++) {
            value = "(%s * %s + %s)".formatted(value, at, SqlText.number(highestFirst[i]));
        }
        return value;
    }
}
