package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.cells.NoJava;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the compiler complains of only because of something else that it complains of. */
final class Consequences {
    private static final String UNCLOSED = "compiler.err.unclosed.char.lit";
    private static final Pattern SYMBOL =
            Pattern.compile("symbol:\\s+(?:variable|method|class) (\\w+)");

    private Consequences() {}

    /**
     * Whether it says no more than another one does.
     *
     * @param cell the whole cell, of which the source may be one statement: what stands above it has not run then
     */
    static boolean isOne(Problem problem, List<Problem> all, String source, String cell) {
        var others = all.stream().filter(each -> each != problem).toList();
        if (problem.code().equals("compiler.err.prob.found.req")) {
            // A call whose lambda is wrong, or of which nobody knows which method it is, gives
            // nothing to the compiler.
            return problem.message().contains("void cannot be converted")
                    && others.stream()
                            .anyMatch(
                                    each ->
                                            isIn(problem, each)
                                                    && (each.start() > problem.start()
                                                            || each.code()
                                                                    .endsWith("ref.ambiguous")));
        }
        if (problem.code().contains("unconditional.pattern")) {
            // Of what nobody knows each type behind case is thought to take all.
            return others.stream()
                    .anyMatch(
                            each ->
                                    each.code().startsWith(CompileErrors.MISSING)
                                            && each.start() < problem.start());
        }
        if (problem.code().startsWith(CompileErrors.MISSING)) {
            // Where a statement is none, what the cell declares is not known.
            return others.stream().anyMatch(each -> each.code().equals(CompileErrors.NO_STATEMENT))
                    && SYMBOL.matcher(problem.message())
                            .results()
                            .anyMatch(each -> isOfCell(each.group(1), source, cell));
        }
        return (problem.code().equals(UNCLOSED)
                        || CompileErrors.UNREAD.matcher(problem.code()).matches())
                && others.stream()
                        .anyMatch(
                                each ->
                                        each.code().equals(UNCLOSED)
                                                && each.start() < problem.start()
                                                && isRestOfLine(each, problem, source));
    }

    private static boolean isOfCell(String name, String source, String cell) {
        return Stream.of(source, NoJava.blanked(cell))
                        .flatMap(each -> LocalNames.declaredBy(each).stream())
                        .anyMatch(each -> each.text().equals(name))
                || Pattern.compile("\\bimport\\s[\\w.\\s]*\\b" + Pattern.quote(name) + "\\s*;")
                        .matcher(cell)
                        .find();
    }

    private static boolean isIn(Problem around, Problem each) {
        return each.start() >= around.start() && each.start() < around.end();
    }

    /** Whether a quote that is not closed takes the rest of a line away, and with it what follows at the end of all. */
    private static boolean isRestOfLine(Problem quote, Problem other, String source) {
        int from = CompileErrors.clamp((int) quote.start(), source);
        int to = CompileErrors.clamp((int) other.start(), source);
        var between = source.substring(from, to);
        return between.indexOf('\n') < 0
                || source.substring(CompileErrors.lineEnd(source, from)).isBlank();
    }
}
