package himalia.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * A value of Java as one of Avro's type, and back.
 *
 * @param kind what the column holds
 * @param nanosPerUnit of times, how long their unit is
 */
record AvroCell(RowKind kind, long nanosPerUnit) {
    private static final long SECOND = 1_000_000_000L;

    /** Returns that of a type that holds single values. */
    static Optional<AvroCell> of(Schema schema) {
        boolean isPlain =
                switch (schema.getType()) {
                    case BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING -> true;
                    default -> false;
                };
        if (!isPlain || schema.getLogicalType() instanceof LogicalTypes.Decimal) {
            return Optional.empty();
        }
        var arrow = ArrowTypes.arrow(schema);
        return RowKind.of(arrow).map(kind -> new AvroCell(kind, unit(arrow)));
    }

    private static long unit(ArrowType type) {
        if (type instanceof ArrowType.Timestamp stamp) {
            return nanos(stamp.getUnit());
        }
        return type instanceof ArrowType.Time time ? nanos(time.getUnit()) : 1;
    }

    private static long nanos(TimeUnit unit) {
        return switch (unit) {
            case SECOND -> SECOND;
            case MILLISECOND -> 1_000_000;
            case MICROSECOND -> 1_000;
            case NANOSECOND -> 1;
        };
    }

    /**
     * Returns what Avro holds for a value of the column's kind.
     *
     * @throws IllegalArgumentException if it has more digits than the file's times
     */
    Object write(String column, Object value) {
        return switch (kind) {
            case DATE -> day(column, (LocalDate) value);
            case TIME -> {
                long units = units(column, value, ((LocalTime) value).toNanoOfDay());
                // Avro's times in milliseconds are of 32 bits.
                yield nanosPerUnit == 1_000_000 ? (Object) (int) units : (Object) units;
            }
            case LOCAL -> moment(column, value, ((LocalDateTime) value).toInstant(ZoneOffset.UTC));
            case MOMENT -> moment(column, value, (Instant) value);
            default -> value;
        };
    }

    private static int day(String column, LocalDate day) {
        try {
            return Math.toIntExact(day.toEpochDay());
        } catch (ArithmeticException e) {
            throw tooFar(column, day, e);
        }
    }

    private long moment(String column, Object value, Instant moment) {
        long part = units(column, value, moment.getNano());
        try {
            return Math.addExact(
                    Math.multiplyExact(moment.getEpochSecond(), SECOND / nanosPerUnit), part);
        } catch (ArithmeticException e) {
            throw tooFar(column, value, e);
        }
    }

    private static IllegalArgumentException tooFar(
            String column, Object value, ArithmeticException cause) {
        return new IllegalArgumentException(
                "column '%s' cannot hold %s: the file's times do not reach so far"
                        .formatted(column, value),
                cause);
    }

    private long units(String column, Object value, long nanos) {
        if (nanos % nanosPerUnit != 0) {
            throw new IllegalArgumentException(
                    "column '%s' cannot hold %s: the file's times end with %s; truncatedTo(ChronoUnit.%s) makes it fit"
                            .formatted(
                                    column,
                                    value,
                                    nanosPerUnit == 1_000 ? "microseconds" : "milliseconds",
                                    nanosPerUnit == 1_000 ? "MICROS" : "MILLIS"));
        }
        return nanos / nanosPerUnit;
    }

    /** Returns the value of Java's that a value of Avro's is. */
    Object read(Object value) {
        return switch (kind) {
            case TEXT -> value.toString();
            case DATE -> LocalDate.ofEpochDay((Integer) value);
            case TIME -> LocalTime.ofNanoOfDay(((Number) value).longValue() * nanosPerUnit);
            case LOCAL -> LocalDateTime.ofInstant(instant((Long) value), ZoneOffset.UTC);
            case MOMENT -> instant((Long) value);
            default -> value;
        };
    }

    private Instant instant(long units) {
        long perSecond = SECOND / nanosPerUnit;
        return Instant.ofEpochSecond(
                Math.floorDiv(units, perSecond), Math.floorMod(units, perSecond) * nanosPerUnit);
    }
}
