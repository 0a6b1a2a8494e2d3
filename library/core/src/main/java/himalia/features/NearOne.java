package himalia.features;

import himalia.onnx.OnnxValue;

/** The logarithm of one more than a number, and one less than a power of e: SQL and ONNX have neither, and 1 swallows small numbers. */
final class NearOne {
    private NearOne() {}

    /** Writes the logarithm of one more than a number of at least 0. What adding 1 cuts off, the logarithm has in proportion. */
    static String log1p(String number) {
        return "CASE WHEN 1 + %1$s = 1 THEN %1$s ELSE ln(1 + %1$s) * (%1$s / ((1 + %1$s) - 1)) END"
                .formatted(number);
    }

    static OnnxValue log1p(OnnxValue number) {
        var more = number.plus(1);
        var exact = more.by("Log").times(number.over(more.minus(1)));
        return more.isEqual(1).choose(number, exact);
    }

    /** Writes e to the power of a number, less 1: no sum in it takes two numbers that are near each other. */
    static String expm1(String number) {
        return "tanh(%1$s / 2) * (exp(%1$s) + 1)".formatted(number);
    }

    static OnnxValue expm1(OnnxValue number) {
        return number.over(2).by("Tanh").times(number.by("Exp").plus(1));
    }
}
