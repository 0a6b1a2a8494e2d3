package himalia.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * Durations of Parquet, which has whole numbers for them: pandas and Arrow write beside the columns which they are, and what
 * the numbers count.
 */
final class ParquetDurations {
    private ParquetDurations() {}

    /** Returns those columns that are durations or hold some, by their places; none where nothing is said of these columns. */
    static Map<Integer, Field> of(Queries queries, Path file, List<String> names)
            throws SQLException {
        var said =
                queries.ask(
                        "SELECT CAST(value AS VARCHAR) FROM parquet_kv_metadata(%s) WHERE key = 'ARROW:schema'::BLOB"
                                .formatted(CsvScan.quoted(file.toString())),
                        rows ->
                                rows.next()
                                        ? Optional.of(rows.getString(1))
                                        : Optional.<String>empty());
        var durations = new HashMap<Integer, Field>();
        var fields = said.map(ParquetDurations::fields).orElse(List.of());
        if (fields.stream().map(Field::getName).toList().equals(names)) {
            for (int place = 0; place < names.size(); place++) {
                if (holdsDurations(fields.get(place))) {
                    durations.put(place, fields.get(place));
                }
            }
        }
        return durations;
    }

    private static boolean holdsDurations(Field field) {
        return field.getType() instanceof ArrowType.Duration
                || field.getChildren().stream().anyMatch(ParquetDurations::holdsDurations);
    }

    /** Returns a column as it is read, with durations in the places of those numbers that are said to be some. */
    static Field timed(Field read, Field said) {
        if (said.getType() instanceof ArrowType.Duration
                && read.getType() instanceof ArrowType.Int whole
                && whole.getBitWidth() == 64) {
            return new Field(read.getName(), FieldType.nullable(said.getType()), List.of());
        }
        var within = new ArrayList<Field>();
        for (int i = 0; i < read.getChildren().size(); i++) {
            boolean isTold = read.getChildren().size() == said.getChildren().size();
            var child = read.getChildren().get(i);
            within.add(isTold ? timed(child, said.getChildren().get(i)) : child);
        }
        return within.equals(read.getChildren())
                ? read
                : new Field(read.getName(), read.getFieldType(), within);
    }

    private static List<Field> fields(String base64) {
        try {
            var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
            return MessageSerializer.deserializeSchema(new ReadChannel(Channels.newChannel(bytes)))
                    .getFields();
        } catch (IOException | RuntimeException e) {
            // A newer Arrow may have types that ours does not know, and who wrote the file may have
            // written it otherwise: the columns themselves are read all the same.
            return List.of();
        }
    }
}
