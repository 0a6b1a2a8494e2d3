package himalia.kernel.java;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** Cuts a cell into the snippets that JShell takes one by one. */
final class Splitter {
    private final SourceCodeAnalysis analysis;

    Splitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * One snippet.
     *
     * @param source what JShell is given
     * @param start where it begins in the code
     * @param closed whether the user ended it with a semicolon or a brace
     * @param broken whether it does not parse, or ends too early
     */
    record Piece(String source, int start, boolean closed, boolean broken) {}

    /** Returns the pieces; code that cannot be cut is one piece, whose errors JShell will tell. */
    List<Piece> split(String code) {
        var pieces = new ArrayList<Piece>();
        int start = 0;
        while (start < code.length()) {
            while (start < code.length() && Character.isWhitespace(code.charAt(start))) {
                start++;
            }
            var rest = code.substring(start);
            var info = analysis.analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            var remaining = info.remaining() == null ? "" : info.remaining();
            if (!info.completeness().isComplete()
                    || info.source() == null
                    || remaining.length() >= rest.length()) {
                pieces.add(new Piece(rest, start, true, true));
                break;
            }
            boolean closed =
                    info.completeness() != Completeness.COMPLETE_WITH_SEMI
                            && endsClosed(info.source());
            pieces.add(new Piece(info.source(), start, closed, false));
            start = code.length() - remaining.length();
        }
        return pieces;
    }

    /** Like {@link #split}, and each piece is looked at as a parser does: a syntax error makes it broken. */
    List<Piece> splitStrictly(String code) {
        var pieces = split(code);
        if (pieces.size() < 2) {
            return pieces;
        }
        return pieces.stream().map(Splitter::judged).toList();
    }

    private static Piece judged(Piece piece) {
        boolean broken = piece.broken() || !SyntaxCheck.parses(piece.source());
        return new Piece(piece.source(), piece.start(), piece.closed(), broken);
    }

    private static boolean endsClosed(String source) {
        var text = source.stripTrailing();
        return text.endsWith(";") || text.endsWith("}");
    }
}
