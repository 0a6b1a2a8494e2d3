package himalia.kernel.protocol.content;

/** Positions of the protocol count code points; positions of Java count half of some of them. */
public final class CodePoints {
    private CodePoints() {}

    /** Returns how many code points a text has. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the index in {@code text} of a position of the protocol; one outside gives the nearest end. */
    public static int toIndex(String text, long position) {
        if (position <= 0) {
            return 0;
        }
        return position >= length(text)
                ? text.length()
                : text.offsetByCodePoints(0, (int) position);
    }

    /** Returns the position of the protocol of an index in {@code text}. */
    public static int fromIndex(String text, int index) {
        return text.codePointCount(0, index);
    }
}
