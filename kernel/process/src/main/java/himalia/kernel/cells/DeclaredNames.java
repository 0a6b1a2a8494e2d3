package himalia.kernel.cells;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a cell would declare, read from a source that may not compile. */
public final class DeclaredNames {
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|enum|record|interface)\\s+(\\w+)");
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\s*\\(");
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\A(?:final\\s+|static\\s+)*(?!(?:return|throw|else|case|goto|assert|yield|package|new)\\b)"
                            + "[A-Za-z_][\\w.]*(?:<[^;=(){}]*>)?(?:\\[\\s*\\])*\\s+(\\w+)\\s*(?:\\[\\s*\\]\\s*)*(?:=(?!=)|[;,]|\\z)");

    private DeclaredNames() {}

    /** Returns those of its classes, methods and variables that nothing else stands around. */
    public static Set<String> in(String source) {
        var names = new HashSet<String>();
        for (var piece : Cutter.cut(source)) {
            var form =
                    switch (piece.shape()) {
                        case TYPE -> TYPE;
                        case METHOD -> METHOD;
                        case CODE -> VARIABLE;
                        case IMPORT -> null;
                    };
            var found = form == null ? null : form.matcher(Cutter.bare(piece.source()));
            if (found != null && found.find()) {
                names.add(found.group(1));
            }
        }
        return names;
    }
}
