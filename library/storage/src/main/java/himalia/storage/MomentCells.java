package himalia.storage;

import java.util.Arrays;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.Column;

/** Moments, here or in Greenwich; one with less than milliseconds, or far off, is no value of the column. */
final class MomentCells extends VectorCells {
    private static final int MILLIS_OF_MINUTE = 60_000;

    private static final int MINUTES_OF_HOUR = 60;

    private static final long MILLIS_OF_DAY = 86_400_000L;

    private static final long MILLI = 1_000;

    private static final long MICRO = 1_000_000;

    private static final long FAR = Long.MAX_VALUE;

    private static final long FAR_SECONDS = FAR / MILLI;

    private final TimeUnit unit;
    private final boolean isInstant;
    private long[] values = {};

    MomentCells(String name, TimeStampVector like) {
        super(name);
        var type = (ArrowType.Timestamp) like.getField().getType();
        isInstant = type.getTimezone() != null;
        unit = type.getUnit();
    }

    @Override
    int room() {
        return values.length;
    }

    @Override
    void room(int rows) {
        values = Arrays.copyOf(values, rows);
    }

    @Override
    boolean copy(FieldVector vector, int rows, int at) {
        var moments = (TimeStampVector) vector;
        for (int row = 0; row < rows; row++) {
            if (moments.isNull(row)) {
                values[at + row] = Long.MIN_VALUE;
                continue;
            }
            long millis = millis(moments.get(row));
            long day = Math.floorDiv(millis, MILLIS_OF_DAY);
            if (!PackedDays.holds(day)) {
                return false;
            }
            values[at + row] = packed(day, (int) (millis - day * MILLIS_OF_DAY));
        }
        return true;
    }

    /** Returns the milliseconds since 1970, or what is far off where they are not all. */
    private long millis(long value) {
        // Divided by what the compiler knows.
        return switch (unit) {
            case SECOND -> value > -FAR_SECONDS && value < FAR_SECONDS ? value * MILLI : FAR;
            case MILLISECOND -> value;
            case MICROSECOND ->
                    exact(value, Math.floorDiv(value, MILLI) * MILLI, Math.floorDiv(value, MILLI));
            case NANOSECOND ->
                    exact(value, Math.floorDiv(value, MICRO) * MICRO, Math.floorDiv(value, MICRO));
        };
    }

    private static long exact(long value, long kept, long millis) {
        return value == kept ? millis : FAR;
    }

    private static long packed(long day, int millisOfDay) {
        int minutes = millisOfDay / MILLIS_OF_MINUTE;
        int clock =
                minutes / MINUTES_OF_HOUR << 24
                        | minutes % MINUTES_OF_HOUR << 16
                        | millisOfDay % MILLIS_OF_MINUTE;
        return (long) PackedDays.of(day) << 32 | clock;
    }

    @Override
    Column<?> column(String name, int rows) {
        var moments = values.length == rows ? values : Arrays.copyOf(values, rows);
        return isInstant
                ? InstantColumn.createInternal(name, moments)
                : DateTimeColumn.createInternal(name, moments);
    }
}
