package himalia.serving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.Column;

/** Dates and times as the protocol sends them: ISO 8601, {@code 2024-05-01}, {@code 2024-05-01T08:30} or with a zone's Z. */
final class Times {
    private Times() {}

    /** Reads a column of the form that its first text has; an empty text is missing. */
    static Column<?> column(String name, List<String> texts) {
        var first = texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
        if (!first.contains("T")) {
            return filled(DateColumn.create(name), texts, LocalDate::parse);
        }
        return first.endsWith("Z")
                ? filled(InstantColumn.create(name), texts, Instant::parse)
                : filled(DateTimeColumn.create(name), texts, LocalDateTime::parse);
    }

    private static <T> Column<T> filled(
            Column<T> column, List<String> texts, Function<String, T> parse) {
        for (var text : texts) {
            if (text.isEmpty()) {
                column.appendMissing();
            } else {
                column.append(read(column.name(), text, parse));
            }
        }
        return column;
    }

    private static <T> T read(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw Refusal.bad(
                    "input '%s' has '%s', which is no date or time such as 2024-05-01 or 2024-05-01T08:30:00Z"
                            .formatted(name, text));
        }
    }
}
