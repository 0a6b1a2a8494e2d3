package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;

/** The two bytes with which a file says that it is written in UTF-16, which DuckDB reads as other characters. */
final class Bom {
    private Bom() {}

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
