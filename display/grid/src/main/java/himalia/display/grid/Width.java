package himalia.display.grid;

/** How many columns of a terminal a text takes: East Asian characters and emoji take two, accents none. */
final class Width {
    private static final int JOINER = 0x200d;

    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x23e9, 0x23ec, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400,
        0x4dbf, 0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f,
        0xff01, 0xff60, 0xffe0, 0xffe6, 0x1f004, 0x1f004, 0x1f18e, 0x1f19a, 0x1f200, 0x1f251,
        0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd
    };

    private Width() {}

    static int of(String text) {
        var width = 0;
        var joined = false;
        for (int i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            width += joined ? 0 : of(codePoint);
            joined = codePoint == JOINER;
            i += Character.charCount(codePoint);
        }
        return width;
    }

    /** Returns the beginning of a text and {@code …}, at most {@code width} columns wide. */
    static String cut(String text, int width) {
        var end = 0;
        var used = 0;
        while (end < text.length()) {
            var codePoint = text.codePointAt(end);
            var more = of(codePoint);
            if (used + more > width - 1) {
                break;
            }
            used += more;
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + "…";
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                return 0;
            }
            default -> {
                return isWide(codePoint) ? 2 : 1;
            }
        }
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE.length && codePoint >= WIDE[i]; i += 2) {
            if (codePoint <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
