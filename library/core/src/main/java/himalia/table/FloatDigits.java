package himalia.table;

/**
 * Numbers that a float holds, as files have them: 0.1 as a float, and as the double 0.10000000149011612 that it becomes in another
 * column, is the 0.1 of a CSV file.
 */
final class FloatDigits {
    /** Powers of ten to here are doubles, and so many decimals tell all floats but the least. */
    private static final double MOST = 1e22;

    private FloatDigits() {}

    /** Returns the number of the fewest decimals that no other float is nearer to; whole numbers and what no float is stay as they are. */
    static double fewest(double number) {
        float held = (float) number;
        if (held != number || number == Math.rint(number)) {
            return number;
        }
        for (double scale = 10; scale <= MOST; scale *= 10) {
            double text = Math.rint(number * scale) / scale;
            if ((float) text == held) {
                return text;
            }
        }
        return number;
    }
}
