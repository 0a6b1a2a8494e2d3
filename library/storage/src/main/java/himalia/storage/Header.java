package himalia.storage;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the first line of a CSV file names its columns. A row of values that is taken for names is a row lost, and nobody
 * sees it.
 */
final class Header {
    private Header() {}

    /** Refuses what looks like values: nothing but numbers, or the same one twice. Years and shares beside a text are names. */
    static void check(Source source, List<CsvLine.Cell> cells, NumberReadings numbers)
            throws IOException {
        var bare =
                cells.stream()
                        .filter(cell -> !cell.quoted())
                        .map(cell -> cell.text().strip())
                        .filter(text -> text.matches(numbers.form()))
                        .toList();
        boolean isValues = bare.size() == cells.size() || new HashSet<>(bare).size() < bare.size();
        if (!bare.isEmpty() && isValues) {
            throw BadFile.because(
                    "the first line of %s looks like values, not names: %s; %s"
                            .formatted(
                                    source.file().getFileName(),
                                    BadFile.shortened(
                                            cells.stream()
                                                    .map(CsvLine.Cell::text)
                                                    .collect(Collectors.joining(", "))),
                                    wayOut(source)));
        }
    }

    private static String wayOut(Source source) {
        var read =
                "Storage.read(\"%s\", CsvOptions.defaults().header(false))"
                        .formatted(FileNames.typed(source.file()));
        return switch (source.call()) {
            case READ -> read + " takes it for a row, header(true) for names";
            case READ_WITH_OPTIONS, CONVERT_WITH_OPTIONS ->
                    "add .header(false) to the CsvOptions to take it for a row, .header(true) for names";
            case CONVERT ->
                    "Storage.convert(\"%s\", to, CsvOptions.defaults().header(false)) takes it for a row, header(true) for names"
                            .formatted(FileNames.typed(source.file()));
        };
    }

    /** Returns whether a name could be taken for a value. */
    static boolean isNumber(String name) {
        return name.strip().matches(new NumberReadings('.', "").form());
    }
}
