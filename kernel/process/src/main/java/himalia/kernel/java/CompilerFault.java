package himalia.kernel.java;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The JDK's compiler failed itself, over a source that it should have compiled or refused: no mistake of the kernel's, nor
 * one that another cell has anything to do with.
 *
 * @param cause what it threw
 * @param step of the compiler, as {@code Attr.visitLambda}
 */
record CompilerFault(Throwable cause, String step) {
    private static final String COMPILER = "com.sun.tools.javac.";

    private static final String HINT =
            "It is a mistake of that compiler; nothing of this was run or declared. Write it in another way, or part by part in cells of their own; another JDK's may take it.";

    /** Returns the fault that is at the bottom of what was thrown; nothing where something else than the compiler failed. */
    static Optional<CompilerFault> in(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var bottom = cause;
        return Arrays.stream(bottom.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .filter(frame -> !frame.getClassName().startsWith(COMPILER + "util.Assert"))
                .findFirst()
                .filter(frame -> frame.getClassName().startsWith(COMPILER))
                .map(
                        frame ->
                                new CompilerFault(
                                        bottom,
                                        frame.getClassName().replaceFirst(".*[.]", "")
                                                + "."
                                                + frame.getMethodName()));
    }

    /** Says so of a text; of one with several lines nobody knows in which it is. */
    Outcome.Failed over(Places.Place place) {
        var source = place.source();
        int start = source.indexOf(source.strip());
        int line = 1 + (int) source.substring(0, start).lines().count();
        boolean alone = source.strip().indexOf('\n') < 0;
        var where = place.where(line);
        var lines = new ArrayList<String>();
        lines.add(
                Ansi.red("Error")
                        + " in "
                        + Ansi.cyan(alone ? where : where.replaceFirst(", line \\d+$", ""))
                        + ": the compiler of JDK "
                        + Runtime.version().feature()
                        + " fails over this, in "
                        + step
                        + ": "
                        + cause);
        if (alone) {
            lines.add("    " + source.strip());
        }
        lines.add(CompileErrors.hint(HINT));
        return FailureTexts.compile(List.copyOf(lines));
    }
}
