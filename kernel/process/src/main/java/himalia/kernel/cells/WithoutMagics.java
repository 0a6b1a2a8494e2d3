package himalia.kernel.cells;

import java.util.regex.Pattern;

/** A cell whose magics and shell commands are cut out: two words of theirs look like a type and a name. */
public final class WithoutMagics {
    /** No text before the equals sign: {@code "%d=%d"} gives no value of a magic. */
    private static final String ASSIGNED = "^[^\"'\\n]*=";

    private static final Pattern LINE = Pattern.compile("(?m)(^|" + ASSIGNED + ")[ \\t]*[%!].*$");
    private static final Pattern BODY = Pattern.compile("(?m)(^|" + ASSIGNED + ")[ \\t]*%%(?s:.*)");

    private WithoutMagics() {}

    /** Returns its Java: what a magic's value is given to stays, and what belongs to a cell magic goes with it. */
    public static String of(String cell) {
        var lines = BODY.matcher(cell).replaceFirst("$1 ;\n");
        return LINE.matcher(lines).replaceAll("$1 ;");
    }
}
