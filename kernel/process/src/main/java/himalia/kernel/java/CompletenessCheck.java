package himalia.kernel.java;

import himalia.kernel.cells.Cutter;
import jdk.jshell.SourceCodeAnalysis;

/** Says whether a cell typed in a console can be run, or goes on in the next line. */
final class CompletenessCheck {
    private static final String STEP = "    ";

    private final SourceCodeAnalysis analysis;

    CompletenessCheck(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    Completeness check(String code) {
        var rest = code;
        while (!rest.isBlank()) {
            var info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                // Considered so is a head such as if (a), whose body JShell would let be empty.
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return goingOn(rest, code);
                }
                case UNKNOWN -> {
                    // JShell cannot tell, and the parser finds nothing wrong.
                    return new Completeness(SyntaxCheck.parses(rest) ? "unknown" : "invalid", "");
                }
                case EMPTY -> {
                    return new Completeness("complete", "");
                }
                default -> {
                    if (!SyntaxCheck.parses(info.source())) {
                        // JShell calls @Deprecated and a ? b complete, where more may follow.
                        return goingOn(rest, code);
                    }
                    var remaining = info.remaining() == null ? "" : info.remaining();
                    if (remaining.length() >= rest.length()) {
                        return new Completeness("complete", "");
                    }
                    rest = remaining;
                }
            }
        }
        return new Completeness("complete", "");
    }

    private static Completeness goingOn(String rest, String code) {
        return SyntaxCheck.isHopeless(rest)
                ? new Completeness("invalid", "")
                : new Completeness("incomplete", indent(code));
    }

    /** Returns what the brackets alone tell, where the compiler cannot be asked in time. */
    static Completeness withoutCompiler(String code) {
        int depth = Cutter.depth(code);
        if (depth == 0) {
            return new Completeness("unknown", "");
        }
        return depth < 0
                ? new Completeness("invalid", "")
                : new Completeness("incomplete", indent(code));
    }

    /** As deep as the brackets that are open. */
    private static String indent(String code) {
        return STEP.repeat(Math.max(0, Cutter.depth(code)));
    }
}
