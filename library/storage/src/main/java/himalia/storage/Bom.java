package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes that some programs put before a text: three before UTF-8, and two or four with which a file says that it is
 * written in UTF-16 or UTF-32, which DuckDB reads as other characters. Without them, the zero bytes of the first letters say
 * so.
 */
final class Bom {
    /** Somewhere among them is a comma, a digit or the end of a line, whatever the script. */
    private static final int LOOKED_AT = 1024;

    /** What parts values, of whatever script they are. */
    private static final String PARTING = ",;|\t\r\n\"";

    private Bom() {}

    /** Returns how many bytes stand before a text in UTF-8 that begins so: three or none. */
    static int length(byte[] bytes) {
        return bytes.length > 2
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
    }

    /** Refuses such a file; the way out may hold its name, and the encoding's. */
    static void refuse(Path file, String wayOut) throws IOException {
        byte[] first;
        try (var in = Csv.opened(file)) {
            first = in.readNBytes(LOOKED_AT);
        } catch (IOException e) {
            throw BadFile.of(file, e);
        }
        var wide = wide(first);
        if (wide.isPresent()) {
            throw BadFile.because(
                    "%s is written in %s: %s"
                            .formatted(
                                    file.getFileName(),
                                    wide.get(),
                                    wayOut.formatted(FileNames.typed(file), wide.get())));
        }
    }

    /** Returns Java's name of an encoding with several bytes for each letter, of a text that begins so. */
    static Optional<String> wide(byte[] first) {
        int two = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | first[1] & 0xFF;
        boolean isMarked = two == 0xFFFE || two == 0xFEFF;
        var zeros = zeros(first);
        int letters = first.length / Integer.BYTES;
        if (letters > 0 && zeros[0] + zeros[1] == 2 * letters && zeros[3] < letters) {
            return Optional.of(isMarked(first, 2) ? "UTF-32" : "UTF-32BE");
        }
        if (letters > 0 && zeros[2] + zeros[3] == 2 * letters && zeros[0] < letters) {
            return Optional.of(isMarked ? "UTF-32" : "UTF-32LE");
        }
        if (isMarked) {
            return Optional.of("UTF-16");
        }
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        if (even == 0 && odd > 0 && areLetters(first, 0) && areWide(first, 0)) {
            return Optional.of("UTF-16LE");
        }
        return odd == 0 && even > 0 && areLetters(first, 1) && areWide(first, 1)
                ? Optional.of("UTF-16BE")
                : Optional.empty();
    }

    private static boolean isMarked(byte[] first, int at) {
        return first[at] == (byte) 0xFE && first[at + 1] == (byte) 0xFF;
    }

    /** How many bytes are zero, of the first, second, third and fourth of whole fours; of fewer bytes, of those. */
    private static int[] zeros(byte[] first) {
        var zeros = new int[Integer.BYTES];
        int end = first.length < Integer.BYTES ? first.length : first.length / 4 * 4;
        for (int i = 0; i < end; i++) {
            zeros[i % Integer.BYTES] += first[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Numbers of two bytes, one after the other, have zeros in every second byte too, but hardly letters beside them. */
    private static boolean areLetters(byte[] first, int at) {
        for (int i = at; i < first.length; i += 2) {
            int beside = i ^ 1;
            boolean isLetter = (first[i] & 0xFF) >= ' ' || Character.isWhitespace(first[i]);
            if (beside < first.length && first[beside] == 0 && !isLetter) {
                return false;
            }
        }
        return true;
    }

    /** A zero byte may be a value's own, in UTF-8; of two bytes for each letter, commas and ends of lines have one too. */
    private static boolean areWide(byte[] first, int at) {
        int wide = 0;
        int narrow = 0;
        int zeros = 0;
        for (int i = at; i < first.length / 2 * 2; i += 2) {
            boolean hasZero = first[i ^ 1] == 0;
            zeros += hasZero ? 1 : 0;
            if (PARTING.indexOf(first[i]) >= 0) {
                wide += hasZero ? 1 : 0;
                narrow += hasZero ? 0 : 1;
            }
        }
        return wide + narrow > 0 ? wide > narrow : zeros >= first.length / Integer.BYTES;
    }
}
