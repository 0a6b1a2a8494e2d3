package himalia.storage;

import java.util.Optional;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.NullDictionaryMap;

/** The cells of a column as 64 bits each, some at a time. */
interface CellBits {
    /** Puts cells from a row on, whose number is a multiple of eight, into the array: as many numbers as cells. */
    void read(int from, long[] bits, int count);

    /** Returns whether one thread has to read them all. */
    default boolean isForOneThread() {
        return false;
    }

    /** Lets go of what reading took. */
    default void end() {}

    /** Returns those of a column, if they can be had without an object for each. */
    static Optional<CellBits> of(Column<?> column) {
        if (column instanceof IntColumn ints) {
            return Optional.of(
                    (from, bits, count) -> {
                        for (int i = 0; i < count; i++) {
                            bits[i] = ints.getInt(from + i);
                        }
                    });
        }
        if (column instanceof LongColumn longs) {
            return Optional.of(
                    (from, bits, count) -> {
                        for (int i = 0; i < count; i++) {
                            bits[i] = longs.getLong(from + i);
                        }
                    });
        }
        if (column instanceof DoubleColumn reals) {
            return Optional.of(
                    (from, bits, count) -> {
                        for (int i = 0; i < count; i++) {
                            bits[i] = Double.doubleToRawLongBits(reals.getDouble(from + i));
                        }
                    });
        }
        return column instanceof StringColumn texts
                ? Optional.of(texts)
                        .filter(each -> !(each.getDictionary() instanceof NullDictionaryMap))
                        .map(TextBits::new)
                : rare(column);
    }

    private static Optional<CellBits> rare(Column<?> column) {
        if (column instanceof DateTimeColumn times) {
            return Optional.of(
                    (from, bits, count) -> {
                        for (int i = 0; i < count; i++) {
                            bits[i] = times.getLongInternal(from + i);
                        }
                    });
        }
        if (column instanceof InstantColumn times) {
            return Optional.of(
                    (from, bits, count) -> {
                        for (int i = 0; i < count; i++) {
                            bits[i] = times.getLongInternal(from + i);
                        }
                    });
        }
        if (column instanceof DateColumn days) {
            return Optional.of(
                    (from, bits, count) -> {
                        for (int i = 0; i < count; i++) {
                            bits[i] = days.getIntInternal(from + i);
                        }
                    });
        }
        return column instanceof BooleanColumn truths
                ? Optional.of(new TruthBits(truths))
                : Optional.empty();
    }
}
