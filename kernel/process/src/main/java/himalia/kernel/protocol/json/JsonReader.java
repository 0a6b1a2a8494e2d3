package himalia.kernel.protocol.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text, once. */
final class JsonReader {
    /** Longer numbers are refused: making a BigInteger of a million digits takes minutes. */
    private static final int LONGEST_NUMBER = 1_000;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable Object document() {
        var value = value(0);
        skipSpace();
        if (at < text.length()) {
            throw unexpected("the end");
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        if (depth > Json.DEEPEST) {
            throw wrong("nested deeper than " + Json.DEEPEST);
        }
        skipSpace();
        switch (peek()) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object(int depth) {
        var fields = new LinkedHashMap<String, Object>();
        at++;
        skipSpace();
        if (took('}')) {
            return fields;
        }
        while (true) {
            skipSpace();
            if (peek() != '"') {
                throw unexpected("a field's name in quotes");
            }
            var name = string();
            skipSpace();
            if (!took(':')) {
                throw unexpected("':'");
            }
            fields.put(name, value(depth + 1));
            skipSpace();
            if (took('}')) {
                return fields;
            }
            if (!took(',')) {
                throw unexpected("',' or '}'");
            }
        }
    }

    private List<Object> array(int depth) {
        var items = new ArrayList<Object>();
        at++;
        skipSpace();
        if (took(']')) {
            return items;
        }
        while (true) {
            items.add(value(depth + 1));
            skipSpace();
            if (took(']')) {
                return items;
            }
            if (!took(',')) {
                throw unexpected("',' or ']'");
            }
        }
    }

    private String string() {
        at++;
        int start = at;
        @Nullable StringBuilder unescaped = null;
        while (true) {
            if (at >= text.length()) {
                throw unexpected("'\"'");
            }
            char c = text.charAt(at);
            if (c == '"') {
                var tail = text.substring(start, at++);
                return unescaped == null ? tail : unescaped.append(tail).toString();
            }
            if (c < ' ') {
                throw unexpected("no control character inside a text");
            }
            at++;
            if (c == '\\') {
                if (unescaped == null) {
                    unescaped = new StringBuilder();
                }
                unescaped.append(text, start, at - 1).append(escape());
                start = at;
            }
        }
    }

    private char escape() {
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    char digit = peek();
                    int four = digit < 128 ? Character.digit(digit, 16) : -1;
                    if (four < 0) {
                        throw unexpected("four hexadecimal digits");
                    }
                    code = code << 4 | four;
                    at++;
                }
                return (char) code;
            default:
                at--;
                throw unexpected("one of the escapes \" \\ / b f n r t u");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        took('-');
        if (!took('0')) {
            digits();
        }
        boolean whole = true;
        if (took('.')) {
            whole = false;
            digits();
        }
        if (took('e') || took('E')) {
            whole = false;
            if (!took('+')) {
                took('-');
            }
            digits();
        }
        if (at - start > LONGEST_NUMBER) {
            throw wrong("a number of more than " + LONGEST_NUMBER + " characters");
        }
        var digits = text.substring(start, at);
        try {
            return whole ? whole(digits) : decimal(digits);
        } catch (NumberFormatException e) {
            // An exponent of more than ten digits: no type of the JDK holds it.
            throw wrong("the number " + digits + " is out of range");
        }
    }

    private static Object whole(String digits) {
        if (digits.length() < 19) {
            return Long.valueOf(digits);
        }
        var big = new BigInteger(digits);
        if (big.bitLength() < Long.SIZE) {
            return big.longValue();
        }
        return big;
    }

    private static Object decimal(String digits) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            return new BigDecimal(digits);
        }
        return value;
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected(
                    start == 0 || !Character.isDigit(text.charAt(start - 1))
                            ? "a value"
                            : "a digit");
        }
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private boolean took(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException unexpected(String wanted) {
        if (at >= text.length()) {
            return wrong("the text ends where " + wanted + " was expected");
        }
        return wrong("expected " + wanted + ", got '" + text.charAt(at) + "'");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("no JSON at position " + at + ": " + what);
    }
}
