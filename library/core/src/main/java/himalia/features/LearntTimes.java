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
                                form.isEmpty() ? "read both tables alike" : "read it so: " + form));
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

    /** Returns how numbers that count from 1970 are read, by the unit that they seem to count. */
    static String ofNumbers(String table, NumericColumn<?> numbers) {
        double most =
                Arrays.stream(numbers.asDoubleArray())
                        .filter(Double::isFinite)
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        var unit =
                most < MOST
                        ? ChronoUnit.SECONDS
                        : most < MOST * THOUSAND
                                ? ChronoUnit.MILLIS
                                : most < MOST * THOUSAND * THOUSAND
                                        ? ChronoUnit.MICROS
                                        : ChronoUnit.NANOS;
        return "Columns.assign(%1$s, \"%2$s\", Columns.toInstant(%1$s.numberColumn(\"%2$s\"), ChronoUnit.%3$s))"
                .formatted(table, numbers.name(), unit.name());
    }
}
