package himalia.magics.spi;

/**
 * Writes texts, numbers, characters and booleans as Java literals.
 *
 * <pre>{@code
 * JavaLiterals.text("say \"hello\"");
 * }</pre>
 */
public final class JavaLiterals {
    private JavaLiterals() {}

    /** Returns the literal of a text. */
    public static String text(String text) {
        return of(text, String.class);
    }

    /** Returns the literal of a value where a {@code wanted} stands; empty where its type has none. */
    static String of(Object value, Class<?> wanted) {
        if (value instanceof CharSequence || value instanceof Character) {
            var quote = value instanceof Character ? '\'' : '"';
            return quote + escaped(value.toString(), quote) + quote;
        }
        if (value instanceof Long number) {
            boolean plain = wanted == long.class && number.intValue() == number;
            return number + (plain ? "" : "L");
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite()
                    ? "Double." + special(number)
                    : number.toString();
        }
        if (value instanceof Float number) {
            return number.isNaN() || number.isInfinite()
                    ? "Float." + special(number.doubleValue())
                    : number + "f";
        }
        if (value instanceof Byte || value instanceof Short) {
            return "(" + (value instanceof Byte ? "byte" : "short") + ") " + value;
        }
        return value instanceof Integer || value instanceof Boolean ? value.toString() : "";
    }

    private static String special(double number) {
        return Double.isNaN(number)
                ? "NaN"
                : number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
    }

    private static String escaped(String text, char quote) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\\' -> escaped.append("\\\\");
                default -> {
                    if (c == quote) {
                        escaped.append('\\').append(c);
                    } else if (c < ' ' || c == 0x7f) {
                        escaped.append("\\u%04x".formatted((int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
