package himalia.storage;

import himalia.storage.StoredColumn.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.VarCharVector;

/** Takes for a column the encoding in which it is shortest. */
final class ColumnEncoder {
    private static final int IN_A_BYTE = 1 << 8;
    private static final int IN_TWO = 1 << 16;

    private final FieldVector plain;
    private final BufferAllocator allocator;
    private final List<FieldVector> made;
    private final int rows;

    private ColumnEncoder(FieldVector plain, BufferAllocator allocator, List<FieldVector> made) {
        this.plain = plain;
        this.allocator = allocator;
        this.made = made;
        this.rows = plain.getValueCount();
    }

    /**
     * Returns the column; the vector is part of it, or closed.
     *
     * @param made takes all vectors that are made on the way, to be closed where that fails
     */
    static StoredColumn encoded(
            FieldVector plain, BufferAllocator allocator, List<FieldVector> made) {
        return new ColumnEncoder(plain, allocator, made).shortest();
    }

    private <V extends FieldVector> V made(V vector) {
        made.add(vector);
        return vector;
    }

    private StoredColumn shortest() {
        var all = new ArrayList<StoredColumn>();
        all.add(new StoredColumn(Encoding.PLAIN, plain, null, rows));
        if (rows > 0 && runs() <= rows / 2) {
            all.add(byRuns());
        }
        if (plain instanceof VarCharVector texts) {
            var codes = codes(texts);
            if (!codes.isEmpty()) {
                all.add(byDictionary(texts, codes));
            }
        }
        var shortest = Collections.min(all, Comparator.comparingLong(StoredColumn::bytes));
        all.stream().filter(column -> column != shortest).forEach(StoredColumn::close);
        return shortest;
    }

    private int runs() {
        int runs = 1;
        for (int row = 1; row < rows; row++) {
            runs += isSame(row - 1, row) ? 0 : 1;
        }
        return runs;
    }

    private boolean isSame(int one, int other) {
        if (plain.isNull(one) || plain.isNull(other)) {
            return plain.isNull(one) == plain.isNull(other);
        }
        if (plain instanceof Float8Vector doubles) {
            return Double.doubleToRawLongBits(doubles.get(one))
                    == Double.doubleToRawLongBits(doubles.get(other));
        }
        return Objects.equals(plain.getObject(one), plain.getObject(other));
    }

    private StoredColumn byRuns() {
        var values = made(plain.getField().createVector(allocator));
        var ends = made(new IntVector(plain.getName(), allocator));
        int run = 0;
        for (int row = 0; row < rows; row++) {
            if (row + 1 == rows || !isSame(row, row + 1)) {
                values.copyFromSafe(row, run, plain);
                ends.setSafe(run, row + 1);
                run++;
            }
        }
        values.setValueCount(run);
        ends.setValueCount(run);
        return new StoredColumn(Encoding.RUN_LENGTH, values, ends, rows);
    }

    /** Returns the number of each text; none where most texts stand there once. */
    private Map<String, Integer> codes(VarCharVector texts) {
        // In the order of the numbers, since a vector of texts is written from its beginning on.
        var codes = new LinkedHashMap<String, Integer>();
        for (int row = 0; row < rows; row++) {
            if (!texts.isNull(row)) {
                codes.putIfAbsent(text(texts, row), codes.size());
                if (codes.size() > rows / 2) {
                    return Map.of();
                }
            }
        }
        return codes;
    }

    private static String text(VarCharVector texts, int row) {
        return new String(texts.get(row), StandardCharsets.UTF_8);
    }

    private StoredColumn byDictionary(VarCharVector texts, Map<String, Integer> codes) {
        var values = made(new VarCharVector(texts.getField(), allocator));
        codes.forEach((text, code) -> values.setSafe(code, text.getBytes(StandardCharsets.UTF_8)));
        values.setValueCount(codes.size());
        var places = places(codes.size());
        for (int row = 0; row < rows; row++) {
            if (!texts.isNull(row)) {
                set(places, row, Objects.requireNonNull(codes.get(text(texts, row))));
            }
        }
        places.setValueCount(rows);
        return new StoredColumn(Encoding.DICTIONARY, values, places, rows);
    }

    private FieldVector places(int different) {
        var places =
                different <= IN_A_BYTE
                        ? new UInt1Vector(plain.getName(), allocator)
                        : different <= IN_TWO
                                ? new UInt2Vector(plain.getName(), allocator)
                                : new IntVector(plain.getName(), allocator);
        made.add(places);
        places.setInitialCapacity(rows);
        places.allocateNew();
        return places;
    }

    private static void set(FieldVector places, int row, int code) {
        if (places instanceof UInt1Vector bytes) {
            bytes.setSafe(row, code);
        } else if (places instanceof UInt2Vector pairs) {
            pairs.setSafe(row, code);
        } else {
            ((IntVector) places).setSafe(row, code);
        }
    }
}
