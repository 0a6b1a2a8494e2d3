package himalia.kernel.cells;

/**
 * A part of a cell that stands by itself: an import, a declaration, a statement, an expression.
 *
 * @param source its text
 * @param start where it begins in the cell
 * @param closed whether the user ended it with a semicolon or a brace
 * @param broken whether it ends too early, or closes what nothing opened
 * @param shape what it looks like, before anybody parsed it
 */
public record Piece(String source, int start, boolean closed, boolean broken, Shape shape) {
    /** What the first words of a piece make of it. */
    public enum Shape {
        IMPORT,
        /** A class, record, enum or interface. */
        TYPE,
        METHOD,
        /** A variable, a statement or an expression. */
        CODE
    }

    /** A switch may be an expression, as far as the parser knows. */
    boolean isSwitch() {
        return source.startsWith("switch") && source.endsWith("}");
    }

    int end() {
        return start + source.length();
    }
}
