package himalia.storage;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Cells of vectors that tables were made of, as Java has them. */
final class VectorValues {
    private VectorValues() {}

    /** Returns the value of a cell, which is not missing. */
    static Object of(FieldVector vector, int row) {
        if (vector instanceof BitVector bits) {
            return bits.get(row) == 1;
        }
        if (vector instanceof DateDayVector days) {
            return LocalDate.ofEpochDay(days.get(row));
        }
        if (vector instanceof TimeMicroVector times) {
            return LocalTime.ofNanoOfDay(times.get(row) * 1_000);
        }
        if (vector instanceof TimeStampVector stamps
                && vector.getField().getType() instanceof ArrowType.Timestamp type) {
            var moment = CellTexts.instant(stamps.get(row), type.getUnit());
            return type.getTimezone() == null
                    ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                    : moment;
        }
        return vector instanceof VarCharVector texts
                ? new String(texts.get(row), StandardCharsets.UTF_8)
                : vector.getObject(row);
    }
}
