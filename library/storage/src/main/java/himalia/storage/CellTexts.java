package himalia.storage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.PeriodDuration;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** The cells of a vector as texts, each in one form: times as ISO writes them, bytes in hexadecimal. */
final class CellTexts {
    private CellTexts() {}

    /** Returns the text of a cell, which is not missing. */
    interface Cell {
        String read(int row);
    }

    static Cell of(FieldVector vector) {
        var type = vector.getField().getType();
        if (vector instanceof VarCharVector texts) {
            return row -> new String(texts.get(row), StandardCharsets.UTF_8);
        }
        if (type instanceof ArrowType.Date) {
            var day = AvroTypes.writer(vector);
            return row -> day((Integer) day.read(row));
        }
        if (type instanceof ArrowType.Time) {
            var nanos = AvroTypes.nanosOfDay(vector);
            return row -> clock(nanos.applyAsLong(row));
        }
        if (vector instanceof TimeStampVector stamps && type instanceof ArrowType.Timestamp stamp) {
            return row -> moment(stamps.get(row), stamp);
        }
        if (type instanceof ArrowType.Decimal) {
            return row -> decimal(vector, row);
        }
        if (type instanceof ArrowType.Int whole && !whole.getIsSigned()) {
            return unsigned(vector);
        }
        return row -> other(vector.getObject(row));
    }

    /** Java's numbers would be below zero from the middle on, and of 16 bits letters. */
    private static Cell unsigned(FieldVector vector) {
        if (vector instanceof UInt8Vector huge) {
            return row -> huge.getObjectNoOverflow(row).toString();
        }
        var whole = AvroTypes.writer(vector);
        return row -> String.valueOf(whole.read(row));
    }

    static String decimal(FieldVector vector, int row) {
        return ((BigDecimal) vector.getObject(row)).toPlainString();
    }

    private static String other(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof PeriodDuration span) {
            // One text of ISO, P1DT2H, for what Java has two classes for.
            var days = span.getPeriod();
            var time = span.getDuration();
            if (days.isZero()) {
                return time.toString();
            }
            return time.isZero() ? days.toString() : days + time.toString().substring(1);
        }
        return String.valueOf(value);
    }

    static String day(int epochDay) {
        return EndlessTimes.text(LocalDate.ofEpochDay(epochDay));
    }

    static String moment(long value, ArrowType.Timestamp type) {
        var time = LocalDateTime.ofInstant(instant(value, type.getUnit()), ZoneOffset.UTC);
        var zone = type.getTimezone() == null ? "" : "Z";
        return EndlessTimes.text(
                time, finite -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(finite) + zone);
    }

    static String clock(long nanos) {
        return nanos == LocalTime.MAX.toNanoOfDay() + 1
                ? "24:00:00"
                : DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(nanos));
    }

    static Instant instant(long value, TimeUnit unit) {
        var perSecond =
                switch (unit) {
                    case SECOND -> 1L;
                    case MILLISECOND -> 1_000L;
                    case MICROSECOND -> 1_000_000L;
                    case NANOSECOND -> 1_000_000_000L;
                };
        return Instant.ofEpochSecond(
                Math.floorDiv(value, perSecond),
                Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond));
    }
}
