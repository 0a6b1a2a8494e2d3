package himalia.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Which rows a person asks for, by one column and a value as people type it. A missing value fits no value. */
final class RowFilter {
    private RowFilter() {}

    /** How a value compares with the one that was typed. */
    enum Comparison {
        CONTAINS("contains", order -> order == 0),
        EQUAL("=", order -> order == 0),
        OTHER("≠", order -> order != 0),
        LESS("<", order -> order < 0),
        AT_MOST("≤", order -> order <= 0),
        MORE(">", order -> order > 0),
        AT_LEAST("≥", order -> order >= 0),
        MISSING("is missing", order -> false),
        THERE("is not missing", order -> true);

        private final String sign;
        private final IntPredicate holds;

        Comparison(String sign, IntPredicate holds) {
            this.sign = sign;
            this.holds = holds;
        }

        /** Returns whether it needs a value at all. */
        boolean needsValue() {
            return this != MISSING && this != THERE;
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    /**
     * Returns the test of a row.
     *
     * @throws IllegalArgumentException if the column can hold no such value
     */
    static IntPredicate of(Column<?> column, Comparison comparison, String typed) {
        IntPredicate missing = row -> Tables.isMissing(column, row);
        if (!comparison.needsValue()) {
            return comparison == Comparison.MISSING ? missing : missing.negate();
        }
        var value = typed.strip();
        return missing.negate()
                .and(
                        column instanceof StringColumn texts
                                ? text(texts, comparison, value)
                                : comparison == Comparison.CONTAINS
                                        ? written(column, value)
                                        : compared(column, comparison, value));
    }

    private static IntPredicate written(Column<?> column, String part) {
        var sought = part.toLowerCase(Locale.ROOT);
        return row -> column.getString(row).toLowerCase(Locale.ROOT).contains(sought);
    }

    /** Each text is looked at once, however many rows hold it. */
    private static IntPredicate text(StringColumn column, Comparison comparison, String value) {
        var sought = value.toLowerCase(Locale.ROOT);
        Predicate<String> fits =
                comparison == Comparison.CONTAINS
                        ? text -> text.toLowerCase(Locale.ROOT).contains(sought)
                        : text -> comparison.holds.test(text.compareTo(value));
        var dictionary = column.getDictionary();
        var known = new HashMap<Integer, Boolean>();
        return row ->
                known.computeIfAbsent(
                        dictionary.getKeyForIndex(row),
                        key -> fits.test(dictionary.getValueForKey(key)));
    }

    private static IntPredicate compared(Column<?> column, Comparison comparison, String value) {
        var holds = comparison.holds;
        if (column instanceof NumericColumn<?> numbers) {
            return number(numbers, holds, value);
        }
        if (column instanceof BooleanColumn flags) {
            boolean sought = parse(column, value, RowFilter::flag, "true or false");
            return row -> holds.test(Boolean.compare(flags.getByte(row) == 1, sought));
        }
        if (column instanceof DateColumn dates) {
            return ordered(dates, holds, parse(column, value, LocalDate::parse, "2026-11-27"));
        }
        if (column instanceof TimeColumn times) {
            return ordered(times, holds, parse(column, value, LocalTime::parse, "13:45"));
        }
        if (column instanceof DateTimeColumn times) {
            return ordered(
                    times, holds, parse(column, value, RowFilter::dateTime, "2026-11-27 13:45"));
        }
        if (column instanceof InstantColumn times) {
            return ordered(
                    times, holds, parse(column, value, Instant::parse, "2026-11-27T13:45:00Z"));
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s, which have no order; ask whether it contains a text"
                        .formatted(column.name(), Tables.kind(column)));
    }

    private static IntPredicate number(NumericColumn<?> column, IntPredicate holds, String value) {
        boolean whole =
                column instanceof LongColumn
                        || column instanceof IntColumn
                        || column instanceof ShortColumn;
        if (whole && isLong(value)) {
            long sought = Long.parseLong(value);
            return column instanceof LongColumn longs
                    ? row -> holds.test(Long.compare(longs.getLong(row), sought))
                    : row -> holds.test(Long.compare((long) column.getDouble(row), sought));
        }
        if (whole) {
            var sought = parse(column, value, BigDecimal::new, "42");
            return row -> holds.test(exact(column.get(row)).compareTo(sought));
        }
        double sought = parse(column, value, Double::parseDouble, "3.5");
        // A float that is shown as 0.1 is asked for by 0.1. Adding 0 makes both zeros one.
        double near = column instanceof FloatColumn ? (float) sought + 0.0 : sought + 0.0;
        return row -> holds.test(Double.compare(column.getDouble(row) + 0.0, near));
    }

    private static BigDecimal exact(Object whole) {
        return BigDecimal.valueOf(((Number) whole).longValue());
    }

    private static boolean isLong(String value) {
        return value.matches("[+-]?\\d{1,19}") && new BigInteger(value).bitLength() < Long.SIZE;
    }

    private static <T extends Comparable<? super T>> IntPredicate ordered(
            Column<? extends T> column, IntPredicate holds, T sought) {
        return row -> holds.test(column.get(row).compareTo(sought));
    }

    private static <T> T parse(
            Column<?> column, String value, Function<String, T> parser, String example) {
        try {
            return parser.apply(value);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s; '%s' is none (%s is)"
                            .formatted(column.name(), Tables.kind(column), value, example),
                    e);
        }
    }

    private static LocalDateTime dateTime(String value) {
        return value.length() == 10
                ? LocalDate.parse(value).atStartOfDay()
                : LocalDateTime.parse(value.replace(' ', 'T'));
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException(value);
        };
    }
}
