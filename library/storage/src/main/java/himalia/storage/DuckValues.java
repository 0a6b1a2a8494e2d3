package himalia.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values as DuckDB's driver keeps them. It passes days on as the calendar of 1582 has them, and makes NULL of a number that is
 * too long for it: both are refused.
 */
final class DuckValues {
    private static final LocalDate GREGORIAN = LocalDate.of(1582, 10, 15);

    /** Of a decimal. */
    private static final int DIGITS = 38;

    /** Of a whole number, without its sign. */
    private static final int BITS = 127;

    private DuckValues() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            refuseOld(day);
        }
        return value instanceof BigDecimal exact ? number(exact) : value;
    }

    private static Object number(BigDecimal exact) {
        // 1E+1000000000 written out fills the memory.
        if (exact.signum() != 0 && (long) exact.precision() - exact.scale() > BITS) {
            throw tooLong(exact);
        }
        var number = exact.scale() < 0 ? exact.setScale(0) : exact;
        if (isHeld(number)) {
            return number;
        }
        var trimmed = number.stripTrailingZeros();
        if (trimmed.scale() > 0) {
            if (isHeld(trimmed)) {
                return trimmed;
            }
            throw tooLong(exact);
        }
        BigInteger whole = trimmed.toBigIntegerExact();
        if (whole.bitLength() > BITS) {
            throw tooLong(exact);
        }
        return whole;
    }

    private static boolean isHeld(BigDecimal number) {
        return number.precision() <= DIGITS && number.scale() <= DIGITS;
    }

    private static IllegalArgumentException tooLong(BigDecimal exact) {
        return new IllegalArgumentException(
                "%s has more digits than a number of DuckDB, 38 of a decimal and 2^127 of a whole one; hand over a text of it, x.toString(), or x.doubleValue()"
                        .formatted(exact));
    }

    private static void refuseOld(LocalDate day) {
        if (day.isBefore(GREGORIAN) || !Date.valueOf(day).toLocalDate().equals(day)) {
            throw new IllegalArgumentException(
                    "the day %s would become another one on its way to the database; write it in the query, as date '%s'"
                            .formatted(day, written(day)));
        }
    }

    private static String written(LocalDate day) {
        return day.getYear() > 0
                ? day.toString()
                : String.format(
                        Locale.ROOT,
                        "%04d-%02d-%02d (BC)",
                        1 - day.getYear(),
                        day.getMonthValue(),
                        day.getDayOfMonth());
    }
}
