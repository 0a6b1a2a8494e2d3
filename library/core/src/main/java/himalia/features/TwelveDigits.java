package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.onnx.OnnxValue;

/**
 * Numbers around 1 rounded to twelve digits behind the point, in Java, SQL and ONNX alike.
 *
 * <pre>{@code
 * TwelveDigits.of(0.1 + 0.2)     // 0.3
 * }</pre>
 *
 * <p>Libraries differ in the last digit of sines and sums, and what is the same but for that would fall on either side of a tree's
 * cut, or be no tie of two classes.
 */
public final class TwelveDigits {
    private static final double DIGITS = 1e12;

    private TwelveDigits() {}

    /** Rounds a number. */
    public static double of(double number) {
        return Math.rint(number * DIGITS) / DIGITS;
    }

    /** Rounds an expression of DuckDB's SQL. */
    public static String sql(String expression) {
        return "round_even((%s) * 1e12, 0) / 1e12".formatted(given(expression, "expression"));
    }

    /** Rounds a value of a graph. */
    public static OnnxValue onnx(OnnxValue value) {
        return given(value, "value").times(DIGITS).by("Round").over(DIGITS);
    }
}
