package himalia.kernel.cells;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of variables as the class of a cell names them.
 *
 * @param className the class
 * @param plan what it holds
 */
record MovedTypes(String className, CellPlan plan) {
    /** A type that names one compiled anew names the new one, whichever cell held it when the variable was declared. */
    String moved(String type) {
        if (!type.contains(Cells.PACKAGE)) {
            return type;
        }
        var moved = type;
        for (var entry : plan.anew()) {
            moved = moved(moved, entry);
        }
        for (var entry : plan.replaced()) {
            moved = moved(moved, entry);
        }
        return moved;
    }

    private String moved(String type, Entry entry) {
        return entry.kind() == Entry.Kind.TYPE
                ? type.replaceAll(
                        Cells.PACKAGE
                                + "\\."
                                + Cells.NAME
                                + "\\."
                                + Pattern.quote(entry.name())
                                + "(?!\\p{javaJavaIdentifierPart})",
                        Matcher.quoteReplacement(className + "." + entry.name()))
                : type;
    }
}
