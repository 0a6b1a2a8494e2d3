package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JSON files that are written: one object a line, or all of them in one array. */
final class JsonFiles {
    private JsonFiles() {}

    /** Writes all batches to a file; returns how many rows. */
    static long write(ArrowBatches batches, Path file, boolean isArray) throws IOException {
        var reader = batches.reader();
        var root = reader.getVectorSchemaRoot();
        List<JsonText.Cell> cells = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (var vector : root.getFieldVectors()) {
            var key = new StringBuilder(cells.isEmpty() ? "{" : ",");
            JsonTexts.quote(key, vector.getName());
            keys.add(key.append(':').toString());
            cells.add(JsonText.of(vector));
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
                        cells.get(i).append(line, row);
                    }
                    line.append(isArray ? "}" : "}\n");
                    writer.append(line);
                    rows++;
                }
            }
            writer.write(isArray ? "\n]\n" : "");
        }
        return rows;
    }
}
