package himalia.model;

import himalia.table.FreeMemory;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads what belongs to a model out of its zip: what is asked for only, as it was written, and no more than there is memory for. */
final class ModelParts {
    private final ZipFile zip;

    ModelParts(ZipFile zip) {
        this.zip = zip;
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

    private static void check(String name, long size, int times) {
        // No array is longer than an int tells.
        boolean isArray = size >= 0 && size <= Integer.MAX_VALUE - 8L;
        FreeMemory.check(
                isArray ? size * times : Long.MAX_VALUE,
                "its file '%s' has %,d bytes".formatted(name, size),
                "");
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
