package himalia.display.bundle;

import java.util.Arrays;

/** Values without a renderer as text: arrays by their elements, the rest as they print themselves. */
final class PlainText {
    private PlainText() {}

    static String of(Object value) {
        try {
            return text(value);
        } catch (OutOfMemoryError e) {
            // The cell's own failure says what to do about it.
            throw e;
        } catch (RuntimeException | Error e) {
            Orders.obey(e);
            return value.getClass().getName() + " [its toString failed: " + e + "]";
        }
    }

    private static String text(Object value) {
        if (!value.getClass().isArray()) {
            return String.valueOf(value.toString());
        }
        var text = Arrays.deepToString(new Object[] {value});
        return text.substring(1, text.length() - 1);
    }
}
