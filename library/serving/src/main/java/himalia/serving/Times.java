package himalia.serving;

import himalia.model.Feature;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Dates and times as the protocol sends them, by ISO 8601, each of the kind that the model has learnt. */
final class Times {
    private Times() {}

    /** Reads a column; an empty text is missing. */
    static Column<?> column(Feature feature, List<String> texts) {
        var name = feature.name();
        return switch (feature.type()) {
            case TIME -> filled(TimeColumn.create(name), feature, texts, LocalTime::parse);
            case DATE_TIME ->
                    filled(DateTimeColumn.create(name), feature, texts, LocalDateTime::parse);
            case INSTANT -> filled(InstantColumn.create(name), feature, texts, Instant::parse);
            default -> filled(DateColumn.create(name), feature, texts, LocalDate::parse);
        };
    }

    /** Returns a text of the kind that a feature is. */
    static String example(Feature.Type type) {
        return switch (type) {
            case TIME -> "08:30";
            case DATE_TIME -> "2024-05-01T08:30";
            case INSTANT -> "2024-05-01T08:30:00Z";
            default -> "2024-05-01";
        };
    }

    private static <T> Column<T> filled(
            Column<T> column, Feature feature, List<String> texts, Function<String, T> parse) {
        for (int row = 0; row < texts.size(); row++) {
            var text = texts.get(row);
            if (text.isEmpty()) {
                column.appendMissing();
            } else {
                column.append(read(feature, row, text, parse));
            }
        }
        return column;
    }

    private static <T> T read(Feature feature, int row, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw Refusal.bad(
                    "input '%s', row %d: it is '%s', and the model takes what is written as %s"
                            .formatted(feature.name(), row, text, example(feature.type())));
        }
    }
}
