package himalia.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;

/** Texts as times of a table, which end with milliseconds: what is past them is cut. */
final class TextTimes {
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .append(timeOfDay())
                    .optionalEnd()
                    .optionalStart()
                    .appendLiteral(' ')
                    .append(timeOfDay())
                    .optionalEnd()
                    .toFormatter(Locale.ROOT)
                    // Else the 30th of February would be the 28th.
                    .withResolverStyle(ResolverStyle.STRICT);

    private TextTimes() {}

    private static DateTimeFormatter timeOfDay() {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[' '][XXX][XX][X]")
                .toFormatter(Locale.ROOT);
    }

    static DateTimeColumn dateTimes(StringColumn texts) {
        var times = DateTimeColumn.create(texts.name());
        for (int row = 0; row < texts.size(); row++) {
            if (texts.isMissing(row)) {
                times.appendMissing();
                continue;
            }
            var read = read(texts, row);
            if (read instanceof OffsetDateTime) {
                throw wrong(texts, row, "has a zone: Columns.toInstant reads such times");
            }
            times.append(((LocalDateTime) read).truncatedTo(ChronoUnit.MILLIS));
        }
        return times;
    }

    static InstantColumn instants(StringColumn texts) {
        var times = InstantColumn.create(texts.name());
        for (int row = 0; row < texts.size(); row++) {
            if (texts.isMissing(row)) {
                times.appendMissing();
                continue;
            }
            if (!(read(texts, row) instanceof OffsetDateTime time)) {
                throw wrong(texts, row, "has no zone: Columns.toDatetime reads such times");
            }
            times.append(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
        }
        return times;
    }

    private static TemporalAccessor read(StringColumn texts, int row) {
        try {
            var read =
                    FORM.parseBest(
                            texts.get(row).strip(),
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from);
            return read instanceof LocalDate day ? day.atStartOfDay() : read;
        } catch (DateTimeException e) {
            throw wrong(texts, row, "is no time such as 2024-01-31T10:11:12.123456");
        }
    }

    private static IllegalArgumentException wrong(StringColumn texts, int row, String why) {
        return new IllegalArgumentException(
                "column '%s' holds %s in row %d, which %s"
                        .formatted(texts.name(), texts.get(row), row, why));
    }
}
