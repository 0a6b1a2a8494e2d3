package himalia.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    static Csv of(Path file, CsvOptions options) throws IOException {
        var header = firstLine(file, options.skip());
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
        var candidates =
                options.separator()
                        .map(String::valueOf)
                        .orElse(isTsv(file) ? SEPARATORS_OF_TSV : SEPARATORS);
        return candidates
                .chars()
                .mapToObj(candidate -> split(header, (char) candidate, options))
                .reduce((best, next) -> next.names.size() > best.names.size() ? next : best)
                .orElseThrow();
    }

    /** A name may hold the end of a line, within quotes. */
    private static String firstLine(Path file, int skip) throws IOException {
        try (var in = opened(file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (int i = 0; i < skip; i++) {
                reader.readLine();
            }
            var first =
                    Objects.requireNonNullElse(reader.readLine(), "").replaceFirst("^\uFEFF", "");
            var whole = new StringBuilder(first);
            for (int more = 0; more < HEADER_LINES && hasOpenQuote(whole); more++) {
                var next = reader.readLine();
                if (next == null) {
                    return first;
                }
                whole.append('\n').append(next);
            }
            return hasOpenQuote(whole) ? first : whole.toString();
        } catch (IOException e) {
            throw BadFile.of(file, e);
        }
    }

    private static boolean hasOpenQuote(CharSequence line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    static InputStream opened(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
                ? new GZIPInputStream(in)
                : in;
    }

    private static Csv split(String line, char separator, CsvOptions options) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        var quoted = false;
        for (var c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return new Csv(options, separator, names);
    }

    /** The dialect as DuckDB's arguments. */
    String arguments() {
        return "header = %s, skip = %d, comment = '', delim = '%s', quote = '\"', escape = '\"'"
                .formatted(
                        options.header(),
                        options.skip(),
                        separator == '\'' ? "''" : String.valueOf(separator));
    }

    private static boolean isTsv(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains(".tsv");
    }

    /** How DuckDB is told to write one. Names are quoted that a reader could take for several: the first line tells the separator. */
    static String target(Path file, List<String> names) {
        var quoted =
                names.stream()
                        .filter(name -> name.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0))
                        .map(CsvScan::identifier)
                        .collect(Collectors.joining(", "));
        return " (FORMAT csv, HEADER%s%s)"
                .formatted(
                        isTsv(file) ? ", DELIMITER '\t'" : "",
                        quoted.isEmpty() ? "" : ", FORCE_QUOTE (" + quoted + ")");
    }

    /** How its values are written, as DuckDB's arguments. */
    String values() {
        var written = new StringBuilder(", decimal_separator = '" + options.decimal() + "'");
        options.dates()
                .ifPresent(
                        dates ->
                                written.append(
                                                dates.timed()
                                                        ? ", timestampformat = "
                                                        : ", dateformat = ")
                                        .append(CsvScan.quoted(dates.letters())));
        return written.toString();
    }

    /** All columns as text, by numbers: names may repeat. */
    String texts() {
        return IntStream.range(0, names.size())
                .mapToObj(column -> "'c" + column + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "columns = {", "}"));
    }
}
