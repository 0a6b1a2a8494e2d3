package himalia.kernel.advice;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.java.Session;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name that nothing declares, and that is like none that there is. */
final class Undeclared {
    private static final Pattern VALUE_OF_CELL =
            Pattern.compile("symbol:\\s+variable \\$(\\d{1,9})(?![\\w$])");

    private static final String ASSIGNED = "(?<![\\w.])%s\\s*=(?!=)";

    private Undeclared() {}

    /** Returns what to do about it, where nothing is like it. */
    static String hint(String kind, String name, String source, boolean behindDot) {
        if (Character.isLowerCase(name.charAt(0)) && isImported(name, source)) {
            return "An import names a class, or with .* all classes of a package: import java.util.*;";
        }
        if (behindDot) {
            return "What stands before the dot has no " + name + ".";
        }
        if (kind.equals("variable") && isAssigned(name, source)) {
            return isLambda(name, source)
                    ? "A lambda needs a variable that is declared with a type, as in Function<Integer, Integer> "
                            + name
                            + " = …."
                    : "A new variable is declared with its type: int "
                            + name
                            + " = …, or var "
                            + name
                            + " = ….";
        }
        if (kind.equals("method") && isVariable(name, source)) {
            return Pattern.compile("\\]\\s*" + Pattern.quote(name) + "\\s*=").matcher(source).find()
                    ? "%1$s is an array: %1$s[0] is its first element.".formatted(name)
                    : name + " is a variable, and no method.";
        }
        return kind.equals("method")
                ? "No method " + name + " was declared; run the cell that declares it first."
                : "Nothing named " + name + " was declared; run the cell that declares it first.";
    }

    /** Returns the same of the value of a cell, as $5 is. */
    static Optional<String> valueOfCell(String said, Session session) {
        var value = VALUE_OF_CELL.matcher(said);
        if (!value.find()) {
            return Optional.empty();
        }
        var count = value.group(1);
        return session.goneValue(Integer.parseInt(count))
                .map(
                        how ->
                                "The value of cell %s %s: run that cell again, and take its value by its new number."
                                        .formatted(count, how))
                .or(
                        () ->
                                Optional.of(
                                        "$%1$s is the value of cell %1$s, which gave none, or has not run."
                                                .formatted(count)));
    }

    /** Whether a source gives a value to a name. */
    static boolean isAssigned(String name, String source) {
        return Pattern.compile(ASSIGNED.formatted(Pattern.quote(name))).matcher(source).find();
    }

    private static boolean isVariable(String name, String source) {
        return LocalNames.declaredBy(source).stream()
                .filter(each -> each.kind() == Entry.Kind.VARIABLE)
                .anyMatch(each -> each.text().equals(name));
    }

    private static boolean isLambda(String name, String source) {
        return Pattern.compile(
                        ASSIGNED.formatted(Pattern.quote(name))
                                + "\\s*(?:\\w+|\\([\\w\\s,]*\\))\\s*->")
                .matcher(source)
                .find();
    }

    /** Whether an import line of the source ends with a name. */
    static boolean isImported(String name, String source) {
        return Pattern.compile("import\\s+[\\w.]+\\." + Pattern.quote(name) + "\\s*(?:;|\\z)")
                .matcher(source)
                .find();
    }
}
