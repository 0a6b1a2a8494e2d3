package himalia.storage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cells of one column of a sheet, and as what they stand in a table. */
final class ExcelColumn {
    /** What -0.0 is among the numbers of a column, known by being this one. */
    static final BigDecimal ZERO_BELOW_ZERO = new BigDecimal("0.0");

    private final List<@Nullable Object> cells = new ArrayList<>();

    /** A formula that came to no value: {@code #DIV/0!}. */
    record Failed(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Sets the cell of a row; those that were left out are empty. */
    void set(int row, @Nullable Object value) {
        while (cells.size() < row) {
            cells.add(null);
        }
        cells.add(value);
    }

    /**
     * Returns the values for so many rows: all of one kind, or texts. Numbers without a fraction are whole ones, and moments at
     * midnight are dates, where all of the column are.
     */
    List<@Nullable Object> values(int rows) {
        while (cells.size() < rows) {
            cells.add(null);
        }
        dropMarks();
        // Hours of a day and more are no time of day, and then none of the column is: they are
        // days, as a workbook counts.
        if (there().allMatch(ExcelColumn::isOfDays)) {
            if (there().anyMatch(BigDecimal.class::isInstance)) {
                cells.replaceAll(ExcelColumn::days);
            } else if (there().anyMatch(Duration.class::isInstance)) {
                cells.replaceAll(ExcelColumn::duration);
            }
        }
        if (all(BigDecimal.class)) {
            boolean isWhole = there().allMatch(value -> isWhole((BigDecimal) value));
            return each(value -> number((BigDecimal) value, isWhole));
        }
        if (all(LocalDateTime.class)) {
            boolean isDates =
                    there().allMatch(
                                    at -> ((LocalDateTime) at).toLocalTime() == LocalTime.MIDNIGHT);
            return isDates ? each(value -> ((LocalDateTime) value).toLocalDate()) : cells;
        }
        return all(Boolean.class) || all(LocalTime.class) ? cells : each(ExcelColumn::text);
    }

    /** Beside numbers, dates or truths alone, what says that there is none is missing, as in a CSV file. */
    private void dropMarks() {
        boolean isOther = false;
        for (var cell : cells) {
            if (cell instanceof String text && !CsvScan.MARKS.contains(text.strip())) {
                return;
            }
            isOther |= cell != null && !isMark(cell);
        }
        if (isOther) {
            cells.replaceAll(cell -> cell != null && isMark(cell) ? null : cell);
        }
    }

    private static boolean isMark(Object cell) {
        return cell instanceof Failed || cell instanceof String;
    }

    private static boolean isOfDays(Object value) {
        return value instanceof LocalTime
                || value instanceof Duration
                || value instanceof BigDecimal;
    }

    private static @Nullable Object days(@Nullable Object value) {
        if (value instanceof LocalTime time) {
            return BigDecimal.valueOf(ExcelDates.days(time));
        }
        return value instanceof Duration duration
                ? BigDecimal.valueOf(ExcelDates.days(duration))
                : value;
    }

    private static @Nullable Object duration(@Nullable Object value) {
        return value instanceof LocalTime time ? Duration.ofNanos(time.toNanoOfDay()) : value;
    }

    private boolean all(Class<?> type) {
        return there().allMatch(type::isInstance);
    }

    private Stream<Object> there() {
        return cells.stream().filter(Objects::nonNull).map(value -> (Object) value);
    }

    private List<@Nullable Object> each(Function<Object, Object> change) {
        var changed = new ArrayList<@Nullable Object>(cells.size());
        for (var cell : cells) {
            changed.add(cell == null ? null : change.apply(cell));
        }
        return changed;
    }

    private static boolean isBelowZero(BigDecimal number) {
        return number == ZERO_BELOW_ZERO;
    }

    private static boolean isWhole(BigDecimal number) {
        if (isBelowZero(number)) {
            return false;
        }
        return number.signum() == 0
                || number.stripTrailingZeros().scale() <= 0
                        && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    }

    private static Object number(BigDecimal number, boolean isWhole) {
        if (!isWhole) {
            return isBelowZero(number) ? -0.0 : number.doubleValue();
        }
        long whole = number.longValueExact();
        return (int) whole == whole ? (Object) (int) whole : (Object) whole;
    }

    private static Object text(Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
