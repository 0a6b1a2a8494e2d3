package himalia.features;

import java.nio.charset.StandardCharsets;

/** MurmurHash3 of 32 bits, by Austin Appleby, whom the public has it from; seed 0, signed, of a text's UTF-8. */
final class Murmur3 {
    private static final int FIRST = 0xcc9e2d51;
    private static final int SECOND = 0x1b873593;

    private Murmur3() {}

    static int of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = 0;
        int end = bytes.length & ~3;
        for (int i = 0; i < end; i += 4) {
            int block =
                    (bytes[i] & 0xff)
                            | (bytes[i + 1] & 0xff) << 8
                            | (bytes[i + 2] & 0xff) << 16
                            | bytes[i + 3] << 24;
            hash = Integer.rotateLeft(hash ^ mixed(block), 13) * 5 + 0xe6546b64;
        }
        int rest = 0;
        for (int i = bytes.length - 1; i >= end; i--) {
            rest = rest << 8 | bytes[i] & 0xff;
        }
        hash ^= mixed(rest) ^ bytes.length;
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private static int mixed(int block) {
        return Integer.rotateLeft(block * FIRST, 15) * SECOND;
    }

    /** Returns which of some buckets a hash falls into. */
    static int bucket(int hash, int buckets) {
        // Of the least int there is no absolute value.
        return hash == Integer.MIN_VALUE ? (int) ((1L << 31) % buckets) : Math.abs(hash) % buckets;
    }
}
