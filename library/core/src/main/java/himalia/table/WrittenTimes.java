package himalia.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dates and times of JSON, which has texts for them: where all values of a key are of one form, they are what they say. */
final class WrittenTimes {
    private static final List<Function<String, Object>> FORMS =
            List.of(
                    LocalDate::parse,
                    LocalDateTime::parse,
                    WrittenTimes::instant,
                    LocalTime::parse);

    private WrittenTimes() {}

    /** An instant would lose how far its clock was from Greenwich's, and Java's own reader a second that leaps. */
    private static Instant instant(String text) {
        var time = OffsetDateTime.parse(text);
        if (!time.getOffset().equals(ZoneOffset.UTC)) {
            throw new DateTimeException("not of Greenwich");
        }
        return time.toInstant();
    }

    /** Reads them in place. */
    static void read(List<Map<String, @Nullable Object>> rows) {
        var names = rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
        for (var name : names) {
            form(rows.stream().map(row -> row.get(name)).filter(Objects::nonNull).toList())
                    .ifPresent(form -> rows.forEach(row -> row.computeIfPresent(name, form::read)));
        }
    }

    private record Form(Function<String, Object> parse) {
        Object read(String name, Object value) {
            return parse.apply((String) value);
        }
    }

    private static Optional<Form> form(List<Object> values) {
        return values.isEmpty()
                ? Optional.empty()
                : FORMS.stream()
                        .filter(form -> values.stream().allMatch(value -> isOf(form, value)))
                        .findFirst()
                        .map(Form::new);
    }

    private static boolean isOf(Function<String, Object> form, Object value) {
        try {
            return value instanceof String text && form.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
