package himalia.parallel;

import java.io.IOException;

/**
 * Adds up a vector of each worker, so that all have the sum: pieces go round in a ring. Each worker sends 2 (n - 1) / n of the
 * vector, however many workers there are (Patarasuk and Yuan 2009), and all have the same bits, since each piece is added up once.
 */
final class RingAllReduce {
    private RingAllReduce() {}

    /** Replaces the numbers of this worker by the sums. */
    static void sum(Exchange others, float[] values) throws IOException {
        int count = others.count();
        int me = others.number();
        int next = (me + 1) % count;
        int before = (me + count - 1) % count;
        for (int step = 0; step < count - 1; step++) {
            int sent = Math.floorMod(me - step, count);
            int heard = Math.floorMod(me - step - 1, count);
            others.send(next, values, cut(values, count, sent), cut(values, count, sent + 1));
            int start = cut(values, count, heard);
            var piece = received(others, before, cut(values, count, heard + 1) - start);
            for (int i = 0; i < piece.length; i++) {
                values[start + i] += piece[i];
            }
        }
        for (int step = 0; step < count - 1; step++) {
            int sent = Math.floorMod(me + 1 - step, count);
            int heard = Math.floorMod(me - step, count);
            others.send(next, values, cut(values, count, sent), cut(values, count, sent + 1));
            int start = cut(values, count, heard);
            var piece = received(others, before, cut(values, count, heard + 1) - start);
            System.arraycopy(piece, 0, values, start, piece.length);
        }
    }

    private static float[] received(Exchange others, int from, int length) throws IOException {
        var piece = others.receive(from);
        if (piece.length != length) {
            throw new IOException(
                    "worker %d sent %d numbers in place of %d"
                            .formatted(from, piece.length, length));
        }
        return piece;
    }

    /** Where a piece begins; pieces differ by one number at most. */
    private static int cut(float[] values, int count, int piece) {
        return (int) ((long) values.length * piece / count);
    }
}
