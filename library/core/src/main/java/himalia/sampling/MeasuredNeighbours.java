package himalia.sampling;

import java.util.concurrent.CancellationException;
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
        return IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(
                        i -> {
                            if (Thread.currentThread().isInterrupted()) {
                                throw new CancellationException("interrupted");
                            }
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
