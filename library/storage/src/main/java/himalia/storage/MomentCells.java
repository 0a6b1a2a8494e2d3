package himalia.storage;

import java.util.Arrays;
import org.apache.arrow.vector.BaseFixedWidthVector;
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

    /** In days: some years of them. */
    private static final int DAYS_KNOWN = 1 << 11;

    private final TimeUnit unit;
    private final boolean isInstant;
    private final int[] days = new int[DAYS_KNOWN];
    private final int[] dates = new int[DAYS_KNOWN];
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
        bytes((BaseFixedWidthVector) vector, rows).asLongBuffer().get(values, at, rows);
        boolean hasNulls = vector.getNullCount() > 0;
        for (int row = 0; row < rows; row++) {
            if (hasNulls && vector.isNull(row)) {
                values[at + row] = Long.MIN_VALUE;
                continue;
            }
            long millis = millis(values[at + row]);
            long day = Math.floorDiv(millis, MILLIS_OF_DAY);
            if (!PackedDays.holds(day)) {
                return false;
            }
            values[at + row] =
                    (long) date((int) day) << 32 | clock((int) (millis - day * MILLIS_OF_DAY));
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

    /** To say which date a day is takes longest, and days come again. */
    private int date(int day) {
        int place = day & DAYS_KNOWN - 1;
        if (days[place] != day || dates[place] == 0) {
            days[place] = day;
            dates[place] = PackedDays.of(day);
        }
        return dates[place];
    }

    private static int clock(int millisOfDay) {
        int minutes = millisOfDay / MILLIS_OF_MINUTE;
        return minutes / MINUTES_OF_HOUR << 24
                | minutes % MINUTES_OF_HOUR << 16
                | millisOfDay % MILLIS_OF_MINUTE;
    }

    @Override
    Column<?> column(String name, int rows) {
        var moments = values.length == rows ? values : Arrays.copyOf(values, rows);
        return isInstant
                ? InstantColumn.createInternal(name, moments)
                : DateTimeColumn.createInternal(name, moments);
    }
}
