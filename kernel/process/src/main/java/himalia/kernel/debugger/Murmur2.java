package himalia.kernel.debugger;

import java.nio.charset.StandardCharsets;

/** The 32-bit MurmurHash2 of a text's UTF-8, by which front ends name the source of a cell. */
final class Murmur2 {
    private static final int M = 0x5bd1e995;

    private Murmur2() {}

    /** Returns the hash, from 0 to 2^32 - 1. */
    static long of(String text, long seed) {
        var data = text.getBytes(StandardCharsets.UTF_8);
        int h = (int) seed ^ data.length;
        int at = 0;
        for (; data.length - at >= 4; at += 4) {
            int k =
                    byteAt(data, at, 0)
                            | byteAt(data, at, 1)
                            | byteAt(data, at, 2)
                            | byteAt(data, at, 3);
            k *= M;
            k ^= k >>> 24;
            h = h * M ^ k * M;
        }
        int left = data.length - at;
        for (int i = left - 1; i >= 0; i--) {
            h ^= byteAt(data, at, i);
        }
        if (left > 0) {
            h *= M;
        }
        h ^= h >>> 13;
        h *= M;
        h ^= h >>> 15;
        return Integer.toUnsignedLong(h);
    }

    private static int byteAt(byte[] data, int at, int index) {
        return (data[at + index] & 0xff) << (8 * index);
    }
}
