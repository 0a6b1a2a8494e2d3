package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The bytes that some programs put before a text: three before UTF-8, and two with which a file says that it is written in
 * UTF-16, which DuckDB reads as other characters.
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

    /** Refuses such a file; the way out may hold its name. */
    static void refuse(Path file, String wayOut) throws IOException {
        int first;
        int second;
        try (var in = Csv.opened(file)) {
            first = in.read();
            second = in.read();
        } catch (IOException e) {
            throw BadFile.of(file, e);
        }
        if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
            throw BadFile.because(
                    "%s is written in UTF-16: %s"
                            .formatted(
                                    file.getFileName(), wayOut.formatted(FileNames.typed(file))));
        }
    }
}
