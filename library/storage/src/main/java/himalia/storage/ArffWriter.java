package himalia.storage;

import himalia.table.ExactDoubles;
import himalia.table.Tables;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as Weka's file. Texts of few different words are a list of words, which learners take for classes; others are
 * strings. What Weka would read as something else is refused before anything is written.
 */
final class ArffWriter {
    /** Learners of Weka and scipy take listed words, and no strings. */
    private static final int MOST_WORDS = 100;

    private static final String DAY = "yyyy-MM-dd";

    private final Table table;
    private final List<Written> columns = new ArrayList<>();

    /** A column: what its header says, and how a value is written. */
    private record Written(Column<?> column, String type, Function<Object, String> text) {}

    private ArffWriter(Table table) throws IOException {
        this.table = table;
        for (var column : table.columns()) {
            columns.add(written(column));
        }
    }

    /** Returns how many rows were written. */
    static long write(Table table, Path file) throws IOException {
        var writer = new ArffWriter(table);
        try (var out = Packing.written(file)) {
            writer.write(out);
        }
        return table.rowCount();
    }

    /** Refuses a column that a file would change. */
    static void check(Column<?> column) throws IOException {
        written(column);
    }

    private static Written written(Column<?> column) throws IOException {
        return switch (column.type().name()) {
            case "BOOLEAN" -> new Written(column, "{false, true}", Object::toString);
            case "SHORT", "INTEGER" -> new Written(column, "integer", Object::toString);
            case "LONG" -> {
                refuseRounded(column);
                yield new Written(column, "integer", Object::toString);
            }
            case "FLOAT", "DOUBLE" -> {
                refuseInfinite(column);
                yield new Written(
                        column, "real", it -> PlainNumber.text(Double.parseDouble(it.toString())));
            }
            case "LOCAL_DATE" -> timed(column, DAY);
            case "LOCAL_TIME" -> timed(column, "HH:mm:ss.SSS");
            case "LOCAL_DATE_TIME" -> timed(column, DAY + " HH:mm:ss" + fraction(column));
            case "INSTANT" -> timed(column, DAY + " HH:mm:ss.SSSX");
            default -> texts(column);
        };
    }

    private static void refuseRounded(Column<?> column) throws IOException {
        for (int row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row) && !ExactDoubles.isExact((Long) column.get(row))) {
                throw refused(
                        column,
                        row,
                        "Weka's numbers are doubles, of which none is this: make the column texts");
            }
        }
    }

    private static void refuseInfinite(Column<?> column) throws IOException {
        for (int row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row)
                    && Double.isInfinite(((Number) column.get(row)).doubleValue())) {
                throw refused(column, row, "Weka reads no infinity: take it out");
            }
        }
    }

    private static IOException refused(Column<?> column, int row, String why) {
        return BadFile.because(
                "column '%s' holds %s in row %d; %s"
                        .formatted(column.name(), column.get(row), row, why));
    }

    private static String fraction(Column<?> column) {
        boolean isWhole =
                IntStream.range(0, column.size())
                        .filter(row -> !Tables.isMissing(column, row))
                        .allMatch(row -> ((LocalDateTime) column.get(row)).getNano() == 0);
        return isWhole ? "" : ".SSS";
    }

    private static Written timed(Column<?> column, String pattern) throws IOException {
        for (int row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row) && !isOfFourDigits(column.get(row))) {
                throw refused(column, row, "years of an ARFF file have four digits");
            }
        }
        var format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        return new Written(
                column,
                "date \"" + pattern + "\"",
                it -> quoted(format.format((TemporalAccessor) it)));
    }

    private static boolean isOfFourDigits(Object value) {
        int year =
                value instanceof Instant moment
                        ? moment.atZone(ZoneOffset.UTC).getYear()
                        : value instanceof LocalDateTime time
                                ? time.getYear()
                                : value instanceof LocalDate day ? day.getYear() : 1;
        return year >= 1 && year <= 9999;
    }

    private static Written texts(Column<?> column) {
        Set<String> words = new LinkedHashSet<>();
        for (int row = 0; row < column.size() && words.size() <= MOST_WORDS; row++) {
            if (!Tables.isMissing(column, row)) {
                words.add(column.getString(row));
            }
        }
        boolean isListed = !words.isEmpty() && words.size() <= MOST_WORDS && !isTruth(words);
        return new Written(
                column,
                isListed
                        ? words.stream()
                                .sorted()
                                .map(ArffWriter::quoted)
                                .collect(Collectors.joining(", ", "{", "}"))
                        : "string",
                it -> quoted(it.toString()));
    }

    /** Listed, these would come back as what they say. */
    private static boolean isTruth(Set<String> words) {
        return words.stream().allMatch(word -> word.matches("(?i)true|false"));
    }

    private void write(Writer out) throws IOException {
        var name = table.name() == null || table.name().isBlank() ? "table" : table.name();
        out.write("@relation " + quoted(name) + "\n\n");
        for (var column : columns) {
            out.write(
                    "@attribute %s %s\n".formatted(quoted(column.column().name()), column.type()));
        }
        out.write("\n@data\n");
        for (int row = 0; row < table.rowCount(); row++) {
            for (int at = 0; at < columns.size(); at++) {
                var column = columns.get(at);
                out.write(at == 0 ? "" : ",");
                out.write(
                        Tables.isMissing(column.column(), row)
                                ? "?"
                                : column.text().apply(column.column().get(row)));
            }
            out.write('\n');
        }
    }

    /** Words of letters and digits need no quotes. */
    private static String quoted(String text) {
        if (text.matches("[\\p{L}\\p{N}_.+-]+")) {
            return text;
        }
        var quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            quoted.append(
                    switch (next) {
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        case '\\', '\'', '"', '%' -> "\\" + next;
                        default -> String.valueOf(next);
                    });
        }
        return quoted.append('\'').toString();
    }
}
