package himalia.storage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.arrow.vector.types.TimeUnit;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * Dates of SQLite, which has no type for them: each program writes texts or numbers as it likes. Its driver makes a time of
 * whatever it finds, and takes microseconds for milliseconds and 20240131 for a day of 1970. So values are taken as they are
 * stored; where all of a column are texts in ISO's form, they are the dates that they say.
 */
final class SqliteDates {
    private static final Set<String> DECLARED = Set.of("DATE", "DATETIME", "TIMESTAMP");

    private SqliteDates() {}

    static boolean areIn(ResultSet result) {
        try {
            var statement = result.getStatement();
            return statement != null
                    && "SQLite"
                            .equals(
                                    statement
                                            .getConnection()
                                            .getMetaData()
                                            .getDatabaseProductName());
        } catch (SQLException e) {
            // Not every driver's results know where they come from; SQLite's do.
            return false;
        }
    }

    static boolean isDeclared(String type) {
        return DECLARED.contains(type);
    }

    /** Returns the column with the type that its texts have; itself where it has none, or a table's type would cut one. */
    static Column<?> read(Column<?> column) {
        return column instanceof StringColumn texts
                ? days(texts).or(() -> moments(texts)).or(() -> instants(texts)).orElse(texts)
                : column;
    }

    private static Optional<Column<?>> days(StringColumn texts) {
        var days = DateColumn.create(texts.name());
        return typed(texts, days, IsoTimes::day, LocalDate::ofEpochDay);
    }

    private static Optional<Column<?>> moments(StringColumn texts) {
        var times = DateTimeColumn.create(texts.name());
        return typed(
                texts,
                times,
                SqliteDates::moment,
                micros -> LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC));
    }

    private static Optional<Column<?>> instants(StringColumn texts) {
        var times = InstantColumn.create(texts.name());
        return typed(texts, times, SqliteDates::instantMicros, SqliteDates::instant);
    }

    /** How a text is written; {@link IsoTimes#NONE} where it is otherwise. */
    private interface Form {
        long read(byte[] bytes, int from, int to);
    }

    private static <T> Optional<Column<?>> typed(
            StringColumn texts, Column<T> typed, Form form, LongFunction<T> value) {
        for (int row = 0; row < texts.size(); row++) {
            if (texts.isMissing(row)) {
                typed.appendMissing();
                continue;
            }
            var bytes = texts.get(row).getBytes(StandardCharsets.UTF_8);
            long read = form.read(bytes, 0, bytes.length);
            if (read == IsoTimes.NONE) {
                return Optional.empty();
            }
            typed.append(value.apply(read));
        }
        return Optional.of(typed);
    }

    private static long moment(byte[] bytes, int from, int to) {
        return whole(IsoTimes.moment(bytes, from, to));
    }

    private static long instantMicros(byte[] bytes, int from, int to) {
        return whole(IsoTimes.instant(bytes, from, to));
    }

    /** A table's times end with milliseconds. */
    private static long whole(long micros) {
        return micros % 1_000 == 0 ? micros : IsoTimes.NONE;
    }

    private static Instant instant(long micros) {
        return CellTexts.instant(micros, TimeUnit.MICROSECOND);
    }
}
