package himalia.cluster;

import himalia.model.Labels;
import himalia.model.Schema;
import himalia.storage.Format;
import himalia.storage.Sql;
import himalia.storage.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Rows to learn from in files that the notebook and the cluster both see, of which each worker reads its own.
 *
 * @param from the file, or the folder or pattern of several
 * @param schema what the table of all rows has
 */
record FarRows(SharedPath seen, String from, Schema schema) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Rows as a worker takes them. */
    record Read(double[][] rows, float[] labels) {}

    static FarRows of(Path file, Schema schema) throws IOException {
        return new FarRows(
                SharedPath.read(file), file.toAbsolutePath().normalize().toString(), schema);
    }

    Read read(int worker, int workers) throws IOException {
        seen.there();
        var part = part(Path.of(from), worker, workers);
        var codes = Labels.toCompare(part, schema.label(), schema.classes()).codes();
        var labels = new float[codes.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = codes[row];
        }
        return new Read(schema.rows(part), labels);
    }

    /** Of one Parquet file no more is held than the worker's rows; others tell their types from all. */
    private static Table part(Path file, int worker, int workers) throws IOException {
        if (Files.isRegularFile(file) && Format.of(file) == Format.PARQUET) {
            try (var sql = Sql.open()) {
                return sql.query(
                        "SELECT * EXCLUDE (file_row_number) FROM read_parquet(?, file_row_number = true) WHERE file_row_number % ? = ? ORDER BY file_row_number",
                        file.toString(), workers, worker);
            }
        }
        var all = Storage.read(file);
        return all.rows(
                IntStream.iterate(worker, row -> row < all.rowCount(), row -> row + workers)
                        .toArray());
    }
}
