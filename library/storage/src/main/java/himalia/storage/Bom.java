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
            first = in.readNBytes(Integer.BYTES);
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
        var zeros = new StringBuilder();
        for (int i = 0; i < first.length && i < Integer.BYTES; i++) {
            zeros.append(kind(first[i]));
        }
        return Optional.ofNullable(
                switch (zeros.toString()) {
                    case "mm00", "00mm" -> "UTF-32";
                    case "x000" -> "UTF-32LE";
                    case "000x" -> "UTF-32BE";
                    case "x0x0", "x0" -> "UTF-16LE";
                    case "0x0x", "0x" -> "UTF-16BE";
                    default -> zeros.indexOf("mm") == 0 && first[0] != first[1] ? "UTF-16" : null;
                });
    }

    /** Numbers of two bytes, one after the other, are zero in every second byte too, but hardly all letters. */
    private static char kind(byte first) {
        if (first == (byte) 0xFF || first == (byte) 0xFE) {
            return 'm';
        }
        boolean isLetter = first >= ' ' || Character.isWhitespace(first);
        return first == 0 ? '0' : isLetter ? 'x' : '?';
    }
}
