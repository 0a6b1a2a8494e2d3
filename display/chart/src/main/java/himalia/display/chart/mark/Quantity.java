package himalia.display.chart.mark;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers as people read them: four digits, no needless zeros, an exponent only where it helps. */
public final class Quantity {
    private Quantity() {}

    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < 1e7 && value == Math.rint(value)) {
            return minus(String.format("%,d", (long) value));
        }
        var rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        var size = Math.abs(value);
        return minus(size >= 1e7 || size < 1e-4 ? scientific(rounded) : rounded.toPlainString());
    }

    private static String scientific(BigDecimal value) {
        var exponent = value.precision() - value.scale() - 1;
        var digits = value.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return digits + "e" + exponent;
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
