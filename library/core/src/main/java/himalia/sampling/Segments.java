package himalia.sampling;

import himalia.table.Pieces;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Rows and for each some partners, between which new rows are drawn.
 *
 * @param bases the rows, by their numbers in a draft
 * @param partners of each row the others, by their numbers; as many for each
 */
record Segments(int[] bases, int[][] partners) {
    /** The rows of one class, and of each the nearest others of it. */
    static Segments within(Examples examples, int code, int neighbours, String algorithm) {
        var rows = Few.rows(examples.classes(), code, neighbours + 1, algorithm, neighbours);
        return among(examples, rows, rows, neighbours);
    }

    /** Some rows of a class, and of each the nearest others of the whole class, whose rows are in order. */
    static Segments among(Examples examples, int[] bases, int[] rows, int neighbours) {
        var asked =
                bases == rows
                        ? IntStream.range(0, rows.length).toArray()
                        : IntStream.of(bases).map(row -> Arrays.binarySearch(rows, row)).toArray();
        var nearest = examples.nearest(rows, asked, neighbours);
        return new Segments(bases, rows(nearest, rows));
    }

    /** Turns places into the numbers of rows. */
    private static int[][] rows(int[][] places, int[] rows) {
        for (var list : places) {
            for (var i = 0; i < list.length; i++) {
                list[i] = rows[list[i]];
            }
        }
        return places;
    }

    /**
     * Draws new rows.
     *
     * @param reach how far from the base they may lie, in parts of the way; below zero on the other side of it
     */
    void draw(Draft draft, int count, double reach, RandomGenerator random) {
        draw(draft, count, partner -> reach, random);
    }

    /**
     * Draws new rows.
     *
     * @param reach says of a partner how far from the base towards it they may lie, in parts of the way
     */
    void draw(Draft draft, int count, IntToDoubleFunction reach, RandomGenerator random) {
        if (count == 0) {
            return;
        }
        var each = partners[0].length;
        var pairs = Math.multiplyExact(bases.length, each);
        draft.room(count);
        Pieces.each(
                count,
                (from, to) -> {
                    for (var i = from; i < to; i++) {
                        // One draw for the pair, one for the place between: the order in which
                        // reference cases are replayed.
                        var pair = random.nextInt(pairs);
                        var partner = partners[pair / each][pair % each];
                        var gap = reach.applyAsDouble(partner) * random.nextDouble();
                        draft.make(bases[pair / each], partner, gap);
                    }
                });
    }
}
