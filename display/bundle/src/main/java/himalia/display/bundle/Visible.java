package himalia.display.bundle;

/** Makes a text fit one line, with nothing in it that hides, overrules or reorders what stands beside it. */
public final class Visible {
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private Visible() {}

    /** Returns the text as one line. */
    public static String line(CharSequence text) {
        var line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                line.append('⏎');
            } else if (c == '\t') {
                line.append('⇥');
            } else if (c < ' ') {
                line.append((char) (0x2400 + c));
            } else if (c == 0x7f
                    || (c > 0x7f && c < 0xa0)
                    || reorders(c)
                    || (Character.isSurrogate(c) && !paired(text, i))) {
                line.append("\\u" + Integer.toHexString(0x10000 | c).substring(1));
            } else {
                line.append(c);
            }
        }
        return isolated(line.toString());
    }

    /** Text written from right to left is closed off, so that it does not turn its neighbours around. */
    public static String isolated(String text) {
        var bare =
                text.replace(String.valueOf(ISOLATE), "")
                        .replace(String.valueOf(END_OF_ISOLATE), "");
        return bare.codePoints().anyMatch(Visible::rightToLeft)
                ? ISOLATE + bare + END_OF_ISOLATE
                : bare;
    }

    private static boolean rightToLeft(int codePoint) {
        var direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean reorders(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean paired(CharSequence text, int i) {
        var c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
