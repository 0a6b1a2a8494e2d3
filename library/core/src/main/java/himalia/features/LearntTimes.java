package himalia.features;

import himalia.model.Feature;
import himalia.table.Moments;
import himalia.table.Tables;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** What is said of a column that was learnt as dates or times and holds something else, and how it is read as that. */
final class LearntTimes {
    /** More than so many seconds are past the year 5000, so many milliseconds not the year 1974: the numbers tell their unit. */
    private static final double MOST = 1e11;

    private static final double THOUSAND = 1e3;

    /** Fewer seconds are before March 1973: days, hours or minutes are likelier, or years, which count from no 1970. */
    private static final double LEAST = 1e8;

    private LearntTimes() {}

    static IllegalArgumentException refused(Column<?> column, Feature.Type learnt, String step) {
        var form = form(column, learnt);
        return new IllegalArgumentException(
                "column '%s' holds %s, and %s has learnt it as %s; %s"
                        .formatted(
                                column.name(),
                                Moments.areDated(column) || column instanceof TimeColumn
                                        ? words(Feature.of(column).type())
                                        : Tables.kind(column),
                                step,
                                words(learnt),
                                form.isEmpty()
                                        ? "read both tables alike"
                                        : column instanceof NumericColumn<?>
                                                ? "if these numbers count from 1970, read it so: "
                                                        + form
                                                : "read it so: " + form));
    }

    private static String words(Feature.Type type) {
        return switch (type) {
            case DATE -> "dates";
            case TIME -> "times of day";
            case DATE_TIME -> "points in time without a zone";
            default -> "points in time with a zone";
        };
    }

    private static String form(Column<?> column, Feature.Type learnt) {
        if (column instanceof NumericColumn<?> numbers) {
            return learnt == Feature.Type.INSTANT ? ofNumbers("test", numbers) : "";
        }
        if (!(column instanceof StringColumn)) {
            return "";
        }
        return switch (learnt) {
            case INSTANT -> ofTexts(column.name(), "toInstant", "");
            case DATE_TIME -> ofTexts(column.name(), "toDatetime", "");
            // A day alone is read as its midnight.
            case DATE -> ofTexts(column.name(), "toDatetime", ".date()");
            default -> "";
        };
    }

    private static String ofTexts(String column, String reads, String then) {
        return "Columns.assign(test, \"%1$s\", Columns.%2$s(test.stringColumn(\"%1$s\"))%3$s)"
                .formatted(column, reads, then);
    }

    /** Returns how numbers that count from 1970 are read, by the unit that they seem to count, if any. */
    static String ofNumbers(String table, NumericColumn<?> numbers) {
        double most =
                Arrays.stream(numbers.asDoubleArray())
                        .filter(Double::isFinite)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        // A form whose unit is to be named says so.
        var unit = most < LEAST ? "…" : unit(most).name();
        return "Columns.assign(%1$s, \"%2$s\", Columns.toInstant(%1$s.numberColumn(\"%2$s\"), ChronoUnit.%3$s))"
                .formatted(table, numbers.name(), unit);
    }

    private static ChronoUnit unit(double most) {
        if (most < MOST) {
            return ChronoUnit.SECONDS;
        }
        if (most < MOST * THOUSAND) {
            return ChronoUnit.MILLIS;
        }
        return most < MOST * THOUSAND * THOUSAND ? ChronoUnit.MICROS : ChronoUnit.NANOS;
    }
}
