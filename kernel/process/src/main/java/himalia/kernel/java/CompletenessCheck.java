package himalia.kernel.java;

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
                case DEFINITELY_INCOMPLETE -> {
                    return SyntaxCheck.isHopeless(rest)
                            ? new Completeness("invalid", "")
                            : new Completeness("incomplete", indent(code));
                }
                case UNKNOWN -> {
                    return new Completeness("invalid", "");
                }
                case EMPTY -> {
                    return new Completeness("complete", "");
                }
                default -> {
                    if (!SyntaxCheck.parses(info.source())) {
                        return new Completeness("invalid", "");
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

    /** As deep as the braces that are open. */
    private static String indent(String code) {
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '{' || c == '(') {
                depth++;
            } else if (c == '}' || c == ')') {
                depth--;
            }
        }
        return STEP.repeat(Math.max(0, depth));
    }
}
