package himalia.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * How a CSV file is written, as far as its options leave it open read from its first line. A reader that guesses from all
 * rows takes a file with one torn row for a file with another separator, and makes one column of it.
 *
 * @param options what was said
 * @param separator what stands between values
 * @param names the columns
 */
record Csv(CsvOptions options, char separator, List<String> names) {
    private static final String SEPARATORS = ",;\t|";

    private static final String SEPARATORS_OF_TSV = "\t,;|";

    private static final int HEADER_LINES = 1_000;

    static Csv of(Source source) throws IOException {
        var file = source.file();
        var options = source.options();
        var candidates =
                options.separator()
                        .map(String::valueOf)
                        .orElse(isTsv(file) ? SEPARATORS_OF_TSV : SEPARATORS);
        var header = firstLine(file, options.skip(), candidates);
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
        return new Csv(options, separator, cells.stream().map(CsvLine.Cell::text).toList());
    }

    /** A name may hold the end of a line, within quotes. */
    private static String firstLine(Path file, int skip, String candidates) throws IOException {
        Bom.refuse(
                file,
                "Storage.read(\"%1$s\", CsvOptions.defaults().encoding(\"UTF-16\")) reads it");
        try (var in = opened(file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (int i = 0; i < skip; i++) {
                reader.readLine();
            }
            var first =
                    Objects.requireNonNullElse(reader.readLine(), "").replaceFirst("^\uFEFF", "");
            var whole = new StringBuilder(first);
            for (int more = 0; more < HEADER_LINES && hasOpenQuote(whole, candidates); more++) {
                var next = reader.readLine();
                if (next == null) {
                    return first;
                }
                whole.append('\n').append(next);
            }
            return hasOpenQuote(whole, candidates) ? first : whole.toString();
        } catch (IOException e) {
            throw BadFile.of(file, e);
        }
    }

    private static boolean hasOpenQuote(CharSequence line, String candidates) {
        return candidates.chars().allMatch(c -> CsvLine.of(line, (char) c).open());
    }

    static InputStream opened(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPInputStream(in)
                : in;
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

    /** Its names as a table can have them: none is blank, and none stands twice, in whatever case. */
    List<String> columnNames() {
        var taken = new HashSet<String>();
        var given = new ArrayList<String>();
        for (int place = 0; place < names.size(); place++) {
            var name = options.header() ? names.get(place).strip() : "";
            name = name.isEmpty() ? "column" + place : name;
            var other = name;
            for (int more = 1; !taken.add(other.toLowerCase(Locale.ROOT)); more++) {
                other = name + "_" + more;
            }
            given.add(other);
        }
        return given;
    }

    private String arguments() {
        return "header = %s, skip = %d, comment = '', delim = '%s', quote = '\"', escape = '\"'"
                .formatted(
                        options.header(),
                        options.skip(),
                        separator == '\'' ? "''" : String.valueOf(separator));
    }

    private static boolean isTsv(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains(".tsv");
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
