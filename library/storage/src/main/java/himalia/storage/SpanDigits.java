package himalia.storage;

import java.io.UncheckedIOException;
import java.util.function.IntToLongFunction;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntervalMonthDayNanoVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Durations that DuckDB would cut without a word: its intervals end with microseconds. */
final class SpanDigits {
    private static final long MICRO = 1_000;

    private SpanDigits() {}

    static void refuseCut(VectorSchemaRoot batch) {
        for (var vector : batch.getFieldVectors()) {
            if (vector instanceof DurationVector spans
                    && spans.getField().getType() instanceof ArrowType.Duration type
                    && type.getUnit() == TimeUnit.NANOSECOND) {
                refuseCut(spans, row -> DurationVector.get(spans.getDataBuffer(), row));
            } else if (vector instanceof IntervalMonthDayNanoVector spans) {
                refuseCut(
                        spans,
                        row ->
                                IntervalMonthDayNanoVector.getNanoseconds(
                                        spans.getDataBuffer(), row));
            }
        }
    }

    private static void refuseCut(FieldVector spans, IntToLongFunction nanos) {
        for (int row = 0; row < spans.getValueCount(); row++) {
            if (!spans.isNull(row) && nanos.applyAsLong(row) % MICRO != 0) {
                throw new UncheckedIOException(
                        BadFile.because(
                                "column '%s' holds a duration of %d nanoseconds, and DuckDB's end with microseconds; Storage.read has them as texts, and %%convert of the whole file"
                                        .formatted(spans.getName(), nanos.applyAsLong(row))));
            }
        }
    }
}
