package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import java.util.stream.IntStream;

/** The nearest others of rows by any distance; each pair is measured. */
final class MeasuredNeighbours {
    private MeasuredNeighbours() {}

    /** How far one row is from another. */
    @FunctionalInterface
    interface Distance {
        double between(int one, int other);
    }

    /** Returns the {@code count} nearest others of each of {@code rows} among them, nearest first. */
    static int[][] of(int[] rows, int count, Distance distance) {
        var interrupt = new InterruptCheck();
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(
                        i -> {
                            interrupt.ask();
                            var found = new NearestRows(count);
                            for (var j = 0; j < rows.length; j++) {
                                if (j != i) {
                                    found.offer(distance.between(rows[i], rows[j]), rows[j]);
                                }
                            }
                            return found.rows();
                        })
                .toArray(int[][]::new);
    }
}
