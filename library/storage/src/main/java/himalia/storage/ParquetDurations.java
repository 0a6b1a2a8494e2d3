package himalia.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * Durations of Parquet, which has whole numbers for them: pandas and Arrow write beside the columns which they are, and what
 * the numbers count.
 */
final class ParquetDurations {
    private ParquetDurations() {}

    /** Returns the types of those columns that are durations, by their places; none where nothing is said of these columns. */
    static Map<Integer, ArrowType> of(Queries queries, Path file, List<String> names)
            throws SQLException {
        var said =
                queries.ask(
                        "SELECT CAST(value AS VARCHAR) FROM parquet_kv_metadata(%s) WHERE key = 'ARROW:schema'::BLOB"
                                .formatted(CsvScan.quoted(file.toString())),
                        rows ->
                                rows.next()
                                        ? Optional.of(rows.getString(1))
                                        : Optional.<String>empty());
        var durations = new HashMap<Integer, ArrowType>();
        var fields = said.map(ParquetDurations::fields).orElse(List.of());
        if (fields.stream().map(Field::getName).toList().equals(names)) {
            for (int place = 0; place < names.size(); place++) {
                if (fields.get(place).getType() instanceof ArrowType.Duration duration) {
                    durations.put(place, duration);
                }
            }
        }
        return durations;
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
