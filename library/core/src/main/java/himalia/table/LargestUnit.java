package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.stream.DoubleStream;

/**
 * The unit of the largest of some numbers, a power of two: brought to it, which rounds nothing, no square is too large or too small.
 *
 * <pre>{@code
 * int exponent = LargestUnit.exponent(Arrays.stream(new double[] {1e300, -9e300}));
 * Math.scalb(1e300, -exponent)     // 0.187
 * }</pre>
 */
public final class LargestUnit {
    private LargestUnit() {}

    /** Returns the power of two of the number that is furthest from 0; that of the least normal double, if there are only zeros or none. */
    public static int exponent(DoubleStream values) {
        return exponent(given(values, "values").map(Math::abs).max().orElse(0));
    }

    /** Returns the power of two of a number; at least that of the least normal double. */
    public static int exponent(double largest) {
        return Math.max(Double.MIN_EXPONENT, Math.getExponent(largest));
    }
}
