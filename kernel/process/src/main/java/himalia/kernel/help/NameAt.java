package himalia.kernel.help;

import java.util.Optional;

/**
 * The name that the cursor stands in, after, or in whose argument list it is. Read backwards from the cursor, where the
 * code is half written: no lexer begins there.
 *
 * @param text the name, without what is before its dot
 * @param end where it ends
 */
record NameAt(String text, int end) {
    static Optional<NameAt> of(String code, int cursor) {
        int end = Math.min(cursor, code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = start(code, end);
        if (start == end && end > 0 && code.charAt(end - 1) == '(') {
            end--;
            start = start(code, end);
        }
        if (start == end || !Character.isJavaIdentifierStart(code.charAt(start))) {
            return Optional.empty();
        }
        boolean member = start > 0 && code.charAt(start - 1) == '.';
        return member
                ? Optional.of(new NameAt("", end))
                : Optional.of(new NameAt(code.substring(start, end), end));
    }

    private static int start(String code, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
