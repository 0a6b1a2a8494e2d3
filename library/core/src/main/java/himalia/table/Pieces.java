package himalia.table;

import static himalia.display.bundle.Given.given;

/**
 * Goes through many places a few at a time. A loop over some thousand rows is interpreted until the JIT has counted tens of
 * thousands of its rounds, which are many calls of the method that it is in; of pieces it counts the calls, and compiles them
 * within the first.
 *
 * <pre>{@code
 * int[] squares = new int[10_000];
 * Pieces.each(squares.length, (from, to) -> {
 *     for (int row = from; row < to; row++) {
 *         squares[row] = row * row;
 *     }
 * });
 * }</pre>
 */
public final class Pieces {
    /** Few enough that the first ten thousand rows are enough calls, and so many that a call costs nothing beside them. */
    private static final int LENGTH = 16;

    private Pieces() {}

    /** Does what there is to do for some places. */
    @FunctionalInterface
    public interface Piece {
        /**
         * Does it for the places of one piece.
         *
         * @param from the first place
         * @param to the place behind the last
         */
        void run(int from, int to);
    }

    /** Does something for the places from 0 to {@code count} - 1, in their order. */
    public static void each(int count, Piece piece) {
        given(piece, "piece");
        for (int from = 0; from < count; ) {
            int to = from + Math.min(LENGTH, count - from);
            piece.run(from, to);
            from = to;
        }
    }
}
