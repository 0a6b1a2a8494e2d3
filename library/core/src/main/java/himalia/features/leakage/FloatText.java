package himalia.features.leakage;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a float becomes on its way through a file: the number of the fewest digits that no other float is nearer to, which as a
 * double is another number.
 */
final class FloatText {
    /** So many digits tell any float. */
    private static final int MOST = 9;

    private FloatText() {}

    /** Returns the double that a reader makes of a float's text; by hand, for not every Java writes the fewest digits. */
    static double read(float number) {
        if (!Float.isFinite(number)) {
            return number;
        }
        var exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST; digits++) {
            var text = exact.round(new MathContext(digits));
            if (text.floatValue() == number) {
                return text.doubleValue();
            }
        }
        return exact.round(new MathContext(MOST)).doubleValue();
    }
}
