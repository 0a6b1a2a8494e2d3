package himalia.kernel.oracle;

import himalia.kernel.oracle.Told.Ending;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Where the kernel's account differs from JShell's, in words. */
final class Comparison {
    private final List<String> found = new ArrayList<>();

    /** Returns the differences so far. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** Compares what a cell came to. */
    void cell(String source, Told jshell, Told kernel) {
        switch (jshell.ending()) {
            case REFUSED -> {
                if (kernel.ending() != Ending.REFUSED && !waits(kernel)) {
                    differ("refused by JShell", source, jshell, kernel);
                }
            }
            case WAITS -> {
                // The kernel says at once what is missing, or keeps it until then.
                if (kernel.ending() == Ending.THREW || kernel.ending() == Ending.BROKEN) {
                    differ("ending", source, jshell, kernel);
                }
            }
            case THREW -> {
                if (waits(jshell) && kernel.ending() == Ending.REFUSED) {
                    // Told before anything ran.
                    return;
                }
                if (kernel.ending() != Ending.THREW
                        || !sameThrowable(jshell.thrown(), kernel.thrown())) {
                    differ("exception", source, jshell, kernel);
                } else if (!jshell.printed().equals(kernel.printed())) {
                    differ("printed", source, jshell, kernel);
                }
            }
            case FINE -> {
                if (kernel.ending() != Ending.FINE) {
                    differ("ending", source, jshell, kernel);
                } else if (!jshell.printed().equals(kernel.printed())) {
                    differ("printed", source, jshell, kernel);
                } else if (!sameValue(jshell.value(), kernel.value())) {
                    differ("value", source, jshell, kernel);
                }
            }
            case BROKEN -> throw new IllegalArgumentException("JShell is not broken: " + jshell);
        }
    }

    /** Compares the variables afterwards. */
    void variables(Map<String, String> jshell, List<String> known, Map<String, String> kernel) {
        jshell.forEach(
                (name, text) -> {
                    var got = kernel.get(name);
                    if (text.equals(Round.WAITS)) {
                        return;
                    }
                    if (got == null || !Blanks.out(got).equals(text)) {
                        found.add(
                                "variable " + name + "\n  JShell: " + text + "\n  kernel: " + got);
                    }
                });
        var more = new LinkedHashSet<>(known);
        more.removeAll(jshell.keySet());
        for (var name : more) {
            found.add("variable " + name + "\n  JShell: none\n  kernel: declared");
        }
    }

    /** Returns whether something was used that waits for another declaration. */
    static boolean waits(Told told) {
        return told.thrown().startsWith("Unresolved");
    }

    private void differ(String what, String source, Told jshell, Told kernel) {
        found.add(
                what
                        + " of: "
                        + source.strip().replace("\n", "\n    ")
                        + "\n  JShell: "
                        + text(jshell)
                        + "\n  kernel: "
                        + text(kernel));
    }

    private static String text(Told told) {
        var text = new StringBuilder(told.ending().toString());
        if (!told.thrown().isEmpty()) {
            text.append(' ').append(told.thrown().replace("\n", "\n    "));
        }
        if (!told.printed().isEmpty()) {
            text.append(", printed ").append(told.printed().replace("\n", "\\n"));
        }
        if (!told.value().isEmpty()) {
            text.append(", value ").append(told.value());
        }
        return text.toString();
    }

    /** A value alone is shown without the brackets that it has as the only element of an array. */
    private static boolean sameValue(String jshell, String kernel) {
        if (jshell.equals(kernel)) {
            return true;
        }
        return jshell.startsWith("[")
                && jshell.substring(1, jshell.length() - 1).strip().equals(kernel.strip());
    }

    /** JShell's words for what is not declared yet are its own; a class is written with its package or without. */
    private static boolean sameThrowable(String jshell, String kernel) {
        if (jshell.startsWith("Unresolved") && kernel.startsWith("Unresolved")) {
            return true;
        }
        return simple(jshell).equals(simple(kernel));
    }

    private static String simple(String thrown) {
        int end = thrown.indexOf(": ");
        var name = end < 0 ? thrown : thrown.substring(0, end);
        return name.replaceAll(".*[.$]", "") + ": " + (end < 0 ? "" : thrown.substring(end + 2));
    }
}
