package himalia.model;

import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads what belongs to a model out of its zip: what is asked for only, as it was written, and no more than there is memory for. */
final class ModelParts {
    private final ZipFile zip;
    private final LongSupplier free;

    /**
     * Reads from a zip.
     *
     * @param free how many bytes of memory are free
     */
    ModelParts(ZipFile zip, LongSupplier free) {
        this.zip = zip;
        this.free = free;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Returns a part's bytes. */
    byte[] read(String name) {
        return read(name, 1);
    }

    /**
     * Returns a part's bytes.
     *
     * @param times how many times its length it takes up once it is understood
     */
    byte[] read(String name, int times) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("its file '" + name + "' is missing");
        }
        check(name, entry.getSize(), times);
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes((int) entry.getSize());
            if (in.read() >= 0 || !isWhole(bytes, entry)) {
                throw damaged(name, "it is not what was written");
            }
            return bytes;
        } catch (IOException e) {
            throw damaged(name, e.toString());
        }
    }

    private void check(String name, long size, int times) {
        boolean fits = fits(size, times);
        if (!fits) {
            // What nobody holds any more counts as taken until it is collected.
            System.gc();
            fits = fits(size, times);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "its file '%s' has %,d bytes, which is more than there is memory for; give Java more of it, in a notebook by %%jvm --heap 8g"
                            .formatted(name, size));
        }
    }

    /** No array is longer than an int tells. */
    private boolean fits(long size, int times) {
        return size >= 0 && size <= Integer.MAX_VALUE - 8L && size <= free.getAsLong() / times;
    }

    private static boolean isWhole(byte[] bytes, ZipEntry entry) {
        var sum = new CRC32();
        sum.update(bytes);
        return sum.getValue() == entry.getCrc();
    }

    private static IllegalArgumentException damaged(String name, String why) {
        return new IllegalArgumentException(
                "its file '%s' is damaged (%s); take another copy, or save the model again"
                        .formatted(name, why));
    }
}
