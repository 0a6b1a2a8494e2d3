package himalia.featurestore;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import himalia.table.ExactDoubles;
import himalia.table.Tables;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Function;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Cells as the store's file has them: JSON that is read back to the last digit. */
final class CellJson {
    private CellJson() {}

    static JsonElement write(Column<?> column, int row) {
        if (Tables.isMissing(column, row)) {
            return JsonNull.INSTANCE;
        }
        var value = column.get(row);
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        if (value instanceof Double number && number.isInfinite()) {
            return new JsonPrimitive(number.toString());
        }
        return value instanceof Number number
                ? new JsonPrimitive(number)
                : new JsonPrimitive(value.toString());
    }

    /**
     * Appends a cell.
     *
     * @param where it is from, for a message
     * @throws IllegalArgumentException if it is none of the column's kind, naming it
     */
    static void append(Column<?> column, JsonElement cell, String where) {
        if (cell.isJsonNull()) {
            column.appendMissing();
            return;
        }
        try {
            if (!cell.isJsonPrimitive() || !appended(column, cell.getAsJsonPrimitive())) {
                throw unfit(column, cell, where);
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw unfit(column, cell, where);
        }
    }

    private static boolean appended(Column<?> column, JsonPrimitive cell) {
        if (column instanceof DoubleColumn numbers) {
            numbers.append(cell.isBoolean() ? Double.NaN : cell.getAsDouble());
            // 1e999 is digits that are more than there is a number for.
            boolean isTooLarge = cell.isNumber() && Double.isInfinite(cell.getAsDouble());
            return !cell.isBoolean()
                    && !isTooLarge
                    && !(cell.isString() && !cell.getAsString().endsWith("Infinity"))
                    && !(cell.getAsNumber() instanceof Long whole && !ExactDoubles.isExact(whole));
        }
        if (column instanceof IntColumn numbers) {
            numbers.append(cell.getAsBigDecimal().intValueExact());
        } else if (column instanceof LongColumn numbers) {
            numbers.append(cell.getAsBigDecimal().longValueExact());
        } else if (column instanceof BooleanColumn truths) {
            truths.append(cell.getAsBoolean());
            return cell.isBoolean();
        } else {
            return cell.isString() && appended(column, cell.getAsString());
        }
        // A text of digits is a text.
        return cell.isNumber();
    }

    private static boolean appended(Column<?> column, String text) {
        if (column instanceof StringColumn texts) {
            texts.append(text);
        } else if (column instanceof InstantColumn instants) {
            instants.append(Instant.parse(text));
        } else if (column instanceof DateTimeColumn times) {
            times.append(LocalDateTime.parse(text));
        } else if (column instanceof DateColumn days) {
            days.append(LocalDate.parse(text));
        } else {
            ((TimeColumn) column).append(LocalTime.parse(text));
        }
        return true;
    }

    private static IllegalArgumentException unfit(
            Column<?> column, JsonElement cell, String where) {
        return new IllegalArgumentException(
                "%s: '%s' is %s, and the feature holds %s"
                        .formatted(
                                where,
                                column.name(),
                                cell,
                                column instanceof IntColumn
                                        ? "whole numbers to 2147483647 (WHOLE_NUMBER; LONG_NUMBER goes further)"
                                        : Tables.kind(column)));
    }

    /** Returns a column with the cells of another one, as the first one's kind. */
    static Column<?> as(Column<?> wanted, Column<?> given, String where) {
        var plain = Cells.plain(given);
        if (plain.type() == wanted.type()) {
            return plain;
        }
        if (wanted instanceof DoubleColumn
                && plain instanceof NumericColumn<?> numbers
                && !(plain instanceof LongColumn)) {
            return DoubleColumn.create(wanted.name(), Tables.doubles(numbers));
        }
        var made = wanted.emptyCopy();
        Function<Integer, String> place = row -> "%s, row %d".formatted(where, row);
        for (int row = 0; row < plain.size(); row++) {
            append(made, write(plain, row), place.apply(row));
        }
        return made;
    }
}
