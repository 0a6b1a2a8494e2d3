package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the first line of a CSV file names its columns. A row of values that is taken for names is a row lost, and nobody
 * sees it.
 */
final class Header {
    private static final String WHOLE = "[0-9]+";

    private Header() {}

    /**
     * Refuses what looks like values: nothing but numbers, one with a sign or decimals, or the same one twice. Years beside
     * a text are names.
     */
    static void check(Path file, List<CsvLine.Cell> cells, NumberReadings numbers)
            throws IOException {
        var bare =
                cells.stream()
                        .filter(cell -> !cell.quoted())
                        .map(cell -> cell.text().strip())
                        .filter(text -> text.matches(numbers.form()))
                        .toList();
        boolean isValues =
                bare.size() == cells.size()
                        || bare.stream().anyMatch(text -> !text.matches(WHOLE))
                        || new HashSet<>(bare).size() < bare.size();
        if (!bare.isEmpty() && isValues) {
            var name = file.getFileName();
            throw BadFile.because(
                    "the first line of %s looks like values, not names: %s; Storage.read(\"%s\", CsvOptions.defaults().header(false)) takes it for a row, header(true) for names"
                            .formatted(
                                    name,
                                    BadFile.shortened(
                                            cells.stream()
                                                    .map(CsvLine.Cell::text)
                                                    .collect(Collectors.joining(", "))),
                                    name));
        }
    }

    /** Returns whether a name could be taken for a value. */
    static boolean isNumber(String name) {
        return name.strip().matches(new NumberReadings('.', "").form());
    }
}
