package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;

/** JSON files that are written: one object a line, or all of them in one array. */
final class JsonFiles {
    private JsonFiles() {}

    /** Writes all batches to a file; returns how many rows. */
    static long write(ArrowBatches batches, Path file, boolean isArray, Losses losses)
            throws IOException {
        var reader = batches.reader();
        var root = reader.getVectorSchemaRoot();
        List<JsonText.Cell> cells = new ArrayList<>();
        List<IntToDoubleFunction> reals = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (var vector : root.getFieldVectors()) {
            var key = new StringBuilder(cells.isEmpty() ? "{" : ",");
            JsonTexts.quote(key, vector.getName());
            keys.add(key.append(':').toString());
            cells.add(JsonText.of(vector));
            reals.add(real(vector));
        }
        long rows = 0;
        try (var writer = Packing.written(file)) {
            writer.write(isArray ? "[" : "");
            var line = new StringBuilder();
            while (reader.loadNextBatch()) {
                for (int row = 0; row < root.getRowCount(); row++) {
                    line.setLength(0);
                    line.append(isArray ? rows == 0 ? "\n\t" : ",\n\t" : "");
                    for (int i = 0; i < cells.size(); i++) {
                        line.append(keys.get(i));
                        double real = reals.get(i).applyAsDouble(row);
                        if (Double.isInfinite(real)) {
                            var name = root.getVector(i).getName();
                            losses.infinity(name, rows, String.valueOf(real));
                        }
                        cells.get(i).append(line, row);
                    }
                    line.append(isArray ? "}" : "}\n");
                    writer.append(line);
                    rows++;
                }
            }
            writer.write(isArray ? "\n]\n" : "");
        }
        if (rows == 0) {
            losses.columns(batches.names());
        }
        return rows;
    }

    /** Returns the numbers of a column, and zeros for one of others. */
    private static IntToDoubleFunction real(FieldVector vector) {
        if (vector instanceof Float8Vector doubles) {
            return row -> doubles.isNull(row) ? 0 : doubles.get(row);
        }
        if (vector instanceof Float4Vector floats) {
            return row -> floats.isNull(row) ? 0 : floats.get(row);
        }
        return vector instanceof Float2Vector halves
                ? row -> halves.isNull(row) ? 0 : halves.getValueAsFloat(row)
                : row -> 0;
    }
}
