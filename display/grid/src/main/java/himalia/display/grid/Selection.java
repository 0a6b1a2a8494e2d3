package himalia.display.grid;

import java.util.stream.LongStream;

/**
 * Which of many things are shown: the first few, a gap, the last few.
 *
 * @param shown the positions shown, in order
 * @param gap the index in {@code shown} before which things are left out, -1 if nothing is
 * @param left how many are left out, as far as is known
 */
record Selection(long[] shown, int gap, long left) {
    static Selection of(long count, int most) {
        if (count <= most) {
            return new Selection(LongStream.range(0, count).toArray(), -1, 0);
        }
        var head = (most + 1) / 2;
        var tail = most - head;
        return new Selection(
                LongStream.concat(LongStream.range(0, head), LongStream.range(count - tail, count))
                        .toArray(),
                head,
                count - most);
    }

    /** Returns the first {@code most}, after which there may be any number. */
    static Selection head(long known, int most) {
        var size = (int) Math.min(known, most);
        return new Selection(LongStream.range(0, size).toArray(), size, 0);
    }

    int size() {
        return shown.length;
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("selections are never compared");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("selections are never compared");
    }
}
