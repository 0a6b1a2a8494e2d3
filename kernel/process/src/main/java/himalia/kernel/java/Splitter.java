package himalia.kernel.java;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Piece;
import java.util.List;

/** Cuts a cell into the snippets that JShell takes one by one. */
final class Splitter {
    private Splitter() {}

    /** Returns the pieces; where there are several, one that does not parse is broken. */
    static List<Piece> split(String code) {
        var pieces = Cutter.cut(code);
        return pieces.size() < 2 ? pieces : pieces.stream().map(Splitter::judged).toList();
    }

    private static Piece judged(Piece piece) {
        boolean broken = piece.broken() || !SyntaxCheck.parses(piece.source());
        return new Piece(piece.source(), piece.start(), piece.closed(), broken, piece.shape());
    }
}
