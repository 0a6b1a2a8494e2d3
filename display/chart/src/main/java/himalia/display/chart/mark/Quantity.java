package himalia.display.chart.mark;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes numbers as people read them: four digits, no needless zeros, millions by the units that axes have, an exponent
 * only beyond.
 */
public final class Quantity {
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

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
        if (size >= 1e7 && size < 1e12) {
            // Of the rounded: what is nearly a G is one.
            var millions = rounded.abs().compareTo(BILLION) < 0;
            return minus(shifted(rounded, millions ? 6 : 9) + (millions ? " M" : " G"));
        }
        return minus(size >= 1e12 || size < 1e-4 ? scientific(rounded) : rounded.toPlainString());
    }

    private static String scientific(BigDecimal value) {
        var exponent = value.precision() - value.scale() - 1;
        return shifted(value, exponent) + "e" + exponent;
    }

    private static String shifted(BigDecimal value, int places) {
        return value.movePointLeft(places).stripTrailingZeros().toPlainString();
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
