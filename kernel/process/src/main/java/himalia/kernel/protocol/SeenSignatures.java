package himalia.kernel.protocol;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers which signatures were used, so that nobody can send a recorded message again.
 *
 * <p>Two generations of equal size, the older forgotten when the younger is full: between 32,768 and 65,536 signatures, at most some 4 MB. Of
 * a signature 64 bits are kept: only we and the front end can make one, so a chance clash is all there is to fear, one in 10^14.
 */
final class SeenSignatures {
    private static final int GENERATION = 32_768;

    private Set<Long> younger = new HashSet<>();
    private Set<Long> older = new HashSet<>();

    /** Remembers a signature that was right; says no if it was used before. */
    synchronized boolean isNew(byte[] signature) {
        var bytes = ByteBuffer.wrap(signature);
        long key = 0;
        while (bytes.remaining() >= Long.BYTES) {
            key = key * 0x9E3779B97F4A7C15L + bytes.getLong();
        }
        if (older.contains(key) || !younger.add(key)) {
            return false;
        }
        if (younger.size() >= GENERATION) {
            older = younger;
            younger = new HashSet<>();
        }
        return true;
    }
}
