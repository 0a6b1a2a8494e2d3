package himalia.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a CSV file is written, as far as its options leave it open read from its first line. A reader that guesses from all
 * rows takes a file with one torn row for a file with another separator, and makes one column of it.
 *
 * @param options what was said
 * @param separator what stands between values
 * @param names the columns
 * @param lineEnd how its lines end, where the reader would take one within a name for it
 */
record Csv(CsvOptions options, char separator, List<String> names, Optional<String> lineEnd) {
    static final String SEPARATORS = ",;\t|";

    private static final String SEPARATORS_OF_TSV = "\t,;|";

    private static final Pattern TOLD = Pattern.compile("(?i)\"?sep=([,;\t|])\"?");

    /** So many blank lines stand above the names at most. */
    private static final int BLANK_LINES = 20;

    static Csv of(Source source) throws IOException {
        var file = source.file();
        var options = source.options();
        var candidates =
                options.separator()
                        .map(String::valueOf)
                        .orElse(isTsv(file) ? SEPARATORS_OF_TSV : SEPARATORS);
        var first = FirstLine.of(file, options.skip(), candidates);
        var header = first.text();
        var behind = behind(source, header, candidates);
        if (behind.isPresent()) {
            return of(behind.get());
        }
        if (header.isBlank()) {
            throw BadFile.because(
                    "%s is empty%s; its first line %s"
                            .formatted(
                                    file.getFileName(),
                                    options.skip() == 0
                                            ? ""
                                            : " behind the " + options.skip() + " lines skipped",
                                    options.header()
                                            ? "must name the columns"
                                            : "tells how many columns there are"));
        }
        char separator = 0;
        List<CsvLine.Cell> cells = List.of();
        for (char candidate : candidates.toCharArray()) {
            var parted = CsvLine.of(header, candidate).cells();
            if (parted.size() > cells.size()) {
                separator = candidate;
                cells = parted;
            }
        }
        if (!options.isHeaderSaid()) {
            Header.check(source, cells, NumberReadings.of(options));
        }
        return new Csv(
                options,
                separator,
                cells.stream().map(CsvLine.Cell::text).toList(),
                first.isLong() && !first.end().isEmpty()
                        ? Optional.of(first.end())
                        : Optional.empty());
    }

    /** Returns the same behind what stands above the names: lines that are blank, and the one by which Excel is told the separator. */
    private static Optional<Source> behind(Source source, String header, String candidates)
            throws IOException {
        var options = source.options();
        if (options.skip() > 0) {
            return Optional.empty();
        }
        var told = TOLD.matcher(header);
        if (told.matches()) {
            char separator = options.separator().orElse(told.group(1).charAt(0));
            return Optional.of(source.with(options.skip(1).separator(separator)));
        }
        // Without names, a blank line may be a row of one column.
        boolean isBlank = options.header() && header.isBlank();
        for (int lines = 1; isBlank && lines <= BLANK_LINES; lines++) {
            if (!FirstLine.of(source.file(), lines, candidates).text().isBlank()) {
                return Optional.of(source.with(options.skip(lines)));
            }
        }
        return Optional.empty();
    }

    static InputStream opened(Path file) throws IOException {
        return Packing.opened(file);
    }

    /** Returns how many bytes a file has, unpacked; a packed one is read no further than to {@code enough}. */
    static long size(Path file, long enough) throws IOException {
        long packed = Files.size(file);
        if (!isPacked(file) || packed >= enough) {
            return packed;
        }
        try (var in = opened(file)) {
            long size = 0;
            var buffer = new byte[1 << 16];
            for (int read = 0; read >= 0 && size < enough; read = in.read(buffer)) {
                size += read;
            }
            return size;
        }
    }

    static boolean isPacked(Path file) {
        return Packing.of(file) != Packing.NONE;
    }

    /** All its rows as texts, by numbers: names may repeat. */
    String rows(Path file) {
        var columns =
                IntStream.range(0, names.size())
                        .mapToObj(column -> "'" + column(column) + "': 'VARCHAR'")
                        .collect(Collectors.joining(", "));
        var missing = new ArrayList<>(List.of(""));
        missing.addAll(options.missing().orElse(List.of()));
        return "read_csv(%s, %s, auto_detect = false, nullstr = [%s], columns = {%s})"
                .formatted(
                        CsvScan.quoted(file.toString()),
                        arguments(),
                        CsvScan.list(missing),
                        columns);
    }

    static String column(int place) {
        return "c" + place;
    }

    /** Its names as a table can have them. */
    List<String> columnNames() {
        return TwinNames.distinct(
                names.stream().map(name -> options.header() ? name.strip() : "").toList());
    }

    private String arguments() {
        return "header = %s, skip = %s, comment = '', max_line_size = %s, buffer_size = %s, delim = '%s', quote = '\"', escape = '\"'%s"
                .formatted(
                        options.header(),
                        options.skip(),
                        QuickBlocks.LONGEST_ROW,
                        2 * QuickBlocks.LONGEST_ROW,
                        separator == '\'' ? "''" : String.valueOf(separator),
                        lineEnd.map(
                                        end ->
                                                ", new_line = '%s'"
                                                        .formatted(
                                                                end.replace("\r", "\\r")
                                                                        .replace("\n", "\\n")))
                                .orElse(""));
    }

    private static boolean isTsv(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains(".tsv");
    }

    /** Returns the rows as they are written: a missing value in a single column would be an empty line, which is no row to many. */
    static String written(String rows, List<String> names) {
        return names.size() == 1
                ? "SELECT coalesce(CAST(%1$s AS VARCHAR), '') AS %1$s FROM %2$s"
                        .formatted(CsvScan.identifier(names.get(0)), rows)
                : "FROM " + rows;
    }

    /** How DuckDB is told to write one. Names are quoted that a reader could take for several, or for values. */
    static String target(Path file, List<String> names) {
        var quoted =
                names.stream()
                        .filter(
                                name ->
                                        name.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)
                                                || Header.isNumber(name))
                        .map(CsvScan::identifier)
                        .collect(Collectors.joining(", "));
        return " (FORMAT csv, HEADER%s%s)"
                .formatted(
                        isTsv(file) ? ", DELIMITER '\t'" : "",
                        quoted.isEmpty() ? "" : ", FORCE_QUOTE (" + quoted + ")");
    }
}
