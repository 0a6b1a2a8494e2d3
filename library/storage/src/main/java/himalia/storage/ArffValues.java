package himalia.storage;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * The texts, words or times of a column of an ARFF file.
 *
 * @param column the values until now
 * @param cell what appends a value that is there
 * @param zero what a sparse row leaves out, if it can
 */
record ArffValues(Column<?> column, Cell cell, Optional<String> zero) implements ArffAttribute {
    private static final String ISO = "yyyy-MM-dd'T'HH:mm:ss";

    private static final int LISTED = 20;

    /** What appends a text as what it means, or says why it is nothing of the kind. */
    interface Cell {
        Optional<String> append(String text);
    }

    @Override
    public Optional<String> append(String text) {
        return cell.append(text);
    }

    @Override
    public void appendMissing() {
        column.appendMissing();
    }

    static ArffValues text(String name) {
        var column = StringColumn.create(name);
        return new ArffValues(
                column,
                text -> {
                    column.append(text);
                    return Optional.empty();
                },
                Optional.empty());
    }

    /** One of some words; {@code true} and {@code false} are what they say. */
    static ArffValues nominal(String name, List<String> words) {
        var first = words.stream().findFirst();
        var known = new LinkedHashSet<>(words);
        if (isTruth(known)) {
            var column = BooleanColumn.create(name);
            return new ArffValues(
                    column,
                    text -> {
                        if (known.contains(text)) {
                            column.append(text.equalsIgnoreCase("true"));
                        }
                        return refused(text, known);
                    },
                    first);
        }
        var column = StringColumn.create(name);
        return new ArffValues(
                column,
                text -> {
                    if (known.contains(text)) {
                        column.append(text);
                    }
                    return refused(text, known);
                },
                first);
    }

    private static boolean isTruth(Set<String> words) {
        return words.size() == 2
                && words.stream().anyMatch("true"::equalsIgnoreCase)
                && words.stream().anyMatch("false"::equalsIgnoreCase);
    }

    private static Optional<String> refused(String text, Set<String> known) {
        return known.contains(text)
                ? Optional.empty()
                : Optional.of(
                        "is none of the words that the header lists: %s%s"
                                .formatted(
                                        Listed.of(List.copyOf(known), LISTED),
                                        Nearest.hint(text, List.copyOf(known))));
    }

    /** A date or a time in a pattern of Java's SimpleDateFormat, which Weka takes; without one, ISO's. */
    static ArffValues date(String name, Optional<String> pattern) {
        var said = pattern.orElse(ISO);
        var letters = said.replaceAll("'[^']*'", "");
        if (letters.matches(".*(SSSS|[uYwWFDk]).*")) {
            throw new IllegalArgumentException(
                    "its date format '%s' has letters that are not read here".formatted(said));
        }
        var format = format(said, letters);
        if (letters.matches(".*[zZX].*")) {
            var column = InstantColumn.create(name);
            return timed(column, format, Instant::from);
        }
        boolean isTimed = letters.matches(".*[HhKmsS].*");
        if (!letters.contains("y")) {
            return timed(TimeColumn.create(name), format, LocalTime::from);
        }
        return isTimed
                ? timed(DateTimeColumn.create(name), format, LocalDateTime::from)
                : timed(DateColumn.create(name), format, LocalDate::from);
    }

    private static DateTimeFormatter format(String pattern, String letters) {
        var format =
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .parseLenient()
                        .appendPattern(pattern);
        // As Weka has it: a year alone is its first day.
        if (letters.contains("y") && !letters.contains("M")) {
            format.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
        }
        if (letters.contains("y") && !letters.contains("d")) {
            format.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        return format.toFormatter(Locale.ENGLISH);
    }

    private static <T> ArffValues timed(
            Column<T> column, DateTimeFormatter format, TemporalQuery<T> query) {
        return new ArffValues(
                column,
                text -> {
                    try {
                        column.append(format.parse(text, query));
                        return Optional.empty();
                    } catch (DateTimeException e) {
                        return Optional.of("is no date in the format that the header says");
                    }
                },
                Optional.empty());
    }
}
