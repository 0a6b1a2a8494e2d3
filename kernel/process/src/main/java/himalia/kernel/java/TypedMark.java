package himalia.kernel.java;

/**
 * Where the compiler's complaint about the Java that a magic became stands in the line that the user typed. What the user
 * typed is in that Java letter by letter, so that both places have the same letters around them.
 *
 * @param start where it begins; behind the line's end where more is missing
 * @param length how much of it is meant
 */
record TypedMark(int start, int length) {
    /** What a magic is in Java; nobody typed it. */
    static final String MAGIC = "himalia_cells.Call.";

    /**
     * Finds it.
     *
     * @param source the Java
     * @param start where the complaint begins in it
     * @param end where it ends
     * @param line where the line begins in it that the magic became
     */
    static TypedMark of(String source, int start, int end, int line, String typed) {
        int length = Math.max(1, end - start);
        int best = -1;
        int most = 0;
        boolean ofMagic = source.substring(start, end).contains(MAGIC);
        for (int at = 0; at <= typed.length() && !ofMagic; at++) {
            int before = alike(source, start, typed, at, -1);
            int after = alike(source, start, typed, at, 1);
            if ((before > 0 || after >= length) && before + after >= most) {
                best = at;
                most = before + after;
            }
        }
        if (best >= 0) {
            return new TypedMark(best, Math.min(length, Math.max(1, typed.length() - best)));
        }
        // The magic is meant, which is where the two begin to differ.
        int magic = alike(source, line, typed, 0, 1);
        return new TypedMark(magic, typed.stripTrailing().length() - magic);
    }

    /** How many letters are the same from two places on, before them or behind. */
    private static int alike(String one, int at, String other, int otherAt, int step) {
        int same = 0;
        int first = step > 0 ? 0 : -1;
        while (isIn(one, at + first + step * same)
                && isIn(other, otherAt + first + step * same)
                && one.charAt(at + first + step * same)
                        == other.charAt(otherAt + first + step * same)) {
            same++;
        }
        return same;
    }

    private static boolean isIn(String text, int at) {
        return at >= 0 && at < text.length();
    }
}
