package himalia.kernel.cells;

import java.util.regex.Pattern;

/** Lines of magics and of the shell, which are no Java: where half a cell is analysed as it stands, they are blanks. */
public final class NoJava {
    /** A whole line where another follows; of the last one the magic's name, behind which Java may stand. */
    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t]*(?:[%!].*(?=\\n)|%[A-Za-z]\\w*)");

    private NoJava() {}

    /** Returns the code with blanks in their place, as long as it was. */
    public static String blanked(String code) {
        return LINE.matcher(code).replaceAll(line -> " ".repeat(line.group().length()));
    }
}
