package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as pandas and Arrow write them: numbers, and beside them what they are. */
class ParquetDurationsTest {
    @TempDir private Path folder;

    private static Field field(String name, ArrowType type, Field... within) {
        return new Field(name, FieldType.nullable(type), List.of(within));
    }

    private Path written(String rows, Field... fields) throws IOException {
        var bytes = new ByteArrayOutputStream();
        MessageSerializer.serialize(
                new WriteChannel(Channels.newChannel(bytes)), new Schema(List.of(fields)));
        var file = folder.resolve("spans.parquet");
        try (var sql = Sql.open()) {
            sql.run(
                    "copy (%s) to '%s' (format parquet, kv_metadata {'ARROW:schema': '%s'})"
                            .formatted(
                                    rows,
                                    file,
                                    Base64.getEncoder().encodeToString(bytes.toByteArray())),
                    List.of());
        }
        return file;
    }

    @Test
    void durationsWithinListsAndStructsAreDurations() throws IOException {
        var span = new ArrowType.Duration(TimeUnit.SECOND);
        var file =
                written(
                        "select 90::bigint as s, [60, null, 3600]::bigint[] as l, {'a': 1::bigint, 'b': [5]::bigint[]} as st union all select null, null, null union all select 7, [], {'a': null, 'b': null}",
                        field("s", span),
                        field("l", new ArrowType.List(), field("item", span)),
                        field(
                                "st",
                                new ArrowType.Struct(),
                                field("a", new ArrowType.Int(64, true)),
                                field("b", new ArrowType.List(), field("item", span))));

        var table = Storage.read(file);

        assertThat(table.column("s").asList().toString()).isEqualTo("[PT1M30S, , PT7S]");
        assertThat(table.stringColumn("l").asList())
                .containsExactly("[\"PT1M\",null,\"PT1H\"]", "", "[]");
        assertThat(table.stringColumn("st").asList())
                .containsExactly("{\"a\":1,\"b\":[\"PT5S\"]}", "", "{\"a\":null,\"b\":null}");
    }
}
