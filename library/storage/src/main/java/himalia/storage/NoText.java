package himalia.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Files that no options make a CSV file of: workbooks, archives, and what else is no text. */
final class NoText {
    private static final String WORKBOOK = ".*\\.(xlsx?|xlsm|xlsb|ods|numbers)";

    private static final String ARCHIVE = ".*\\.(zip|7z|rar|tar|tgz|bz2|xz)";

    private static final int FIRST_BYTES = 1_024;

    private NoText() {}

    /** Returns what is said of a file whose name tells no format. */
    static String unknown(Path file) {
        return "%s; %s"
                .formatted(
                        Format.unknown(file),
                        wayOut(file)
                                .orElse(
                                        "Storage.read(\"%s\", CsvOptions.defaults()) reads a table in text, whatever its name"
                                                .formatted(FileNames.typed(file))));
    }

    /** Refuses one that is to be read as a CSV file; in some encodings zero bytes are text. */
    static void refuse(Path file, CsvOptions options) {
        if (options.encoding().equals(StandardCharsets.UTF_8)) {
            wayOut(file)
                    .ifPresent(
                            way -> {
                                throw new IllegalArgumentException(
                                        "'%s' is no CSV file; %s"
                                                .formatted(file.getFileName(), way));
                            });
        }
    }

    /** Returns what to do with such a file, by its name and its first bytes; nothing for a text. */
    private static Optional<String> wayOut(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.matches(WORKBOOK)) {
            return Optional.of("it is a workbook: save it as .xlsx in a spreadsheet program");
        }
        if (name.matches(ARCHIVE)) {
            return Optional.of("it is an archive: unpack it, and read what is in it");
        }
        return isBinary(file)
                ? Optional.of("it is no text: save it as .csv in the program that wrote it")
                : Optional.empty();
    }

    /** A text has no zero bytes, but in UTF-16 and UTF-32, which its first ones tell. */
    private static boolean isBinary(Path file) {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(FIRST_BYTES);
            boolean isMarked = Bom.wide(first).isPresent();
            for (var next : first) {
                if (next == 0 && !isMarked) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // Whether it can be read at all is told later.
            return false;
        }
    }
}
