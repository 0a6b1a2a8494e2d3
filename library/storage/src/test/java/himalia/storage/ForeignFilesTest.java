package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write into Arrow and Avro files. */
class ForeignFilesTest {
    @TempDir private Path folder;

    private Path resource(String name) throws IOException {
        var file = folder.resolve(name);
        try (var in = ForeignFilesTest.class.getResourceAsStream("/storage/" + name)) {
            Files.copy(Objects.requireNonNull(in), file);
        }
        return file;
    }

    /** Written by pyarrow 26; two rows, of which the second is missing mostly. */
    @ParameterizedTest
    @ValueSource(
            strings = {"pyarrow.feather", "p.arrow", "p.parquet", "p.avro", "p.csv", "p.jsonl"})
    void theRarerTypesOfArrowAreRead(String name) throws IOException {
        var arrow = resource("pyarrow.feather");
        var file = folder.resolve(name);
        if (!file.equals(arrow)) {
            Storage.convert(arrow, file);
        }
        var table = Storage.read(file);
        assertThat(table.column("half").getString(1)).isEqualTo("2.25");
        assertThat(table.stringColumn("map").asList()).containsExactly("{\"k\":1}", "");
        assertThat(table.stringColumn("pairs").asList())
                .containsExactly("[{\"key\":1,\"value\":\"2024-01-02\"}]", "[]");
        assertThat(table.stringColumn("two").asList()).containsExactly("[1,2]", "");
        assertThat(table.stringColumn("large").asList()).containsExactly("[\"a\"]", "");
        assertThat(table.column("bytes").getString(0)).isEqualTo("6162");
        assertThat(Double.parseDouble(table.column("digits").getString(0))).isEqualTo(1);
        assertThat(table.stringColumn("span").asList()).containsExactly("PT-24H", "");
        assertThat(table.stringColumn("within").asList())
                .containsExactly("{\"h\":1.5,\"u\":200}", "");
    }

    @Test
    void categoriesWithinListsAreRefusedByTheirColumn() throws IOException {
        var file = resource("categories.feather");
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "categories.feather: column 'dl' of type List has categories (a dictionary) within it, which are not read here; write their values instead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.avro", "a.parquet", "a.csv", "a.jsonl"})
    void whatIsNestedInAvroIsJson(String name) throws IOException {
        var date = LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
        var money = LogicalTypes.decimal(9, 2).addToSchema(Schema.create(Schema.Type.BYTES));
        var inner = Schema.createRecord("inner", null, null, false);
        inner.setFields(
                List.of(
                        new Schema.Field("day", date),
                        new Schema.Field("price", money),
                        new Schema.Field("raw", Schema.create(Schema.Type.BYTES))));
        var text = Schema.create(Schema.Type.STRING);
        var row = Schema.createRecord("row", null, null, false);
        row.setFields(
                List.of(
                        new Schema.Field("list", Schema.createArray(text)),
                        new Schema.Field("map", Schema.createMap(inner)),
                        new Schema.Field(
                                "either",
                                Schema.createUnion(text, Schema.create(Schema.Type.LONG)))));
        var price = new Conversions.DecimalConversion();
        var value = new GenericData.Record(inner);
        value.put("day", 19_724);
        value.put("price", price.toBytes(new BigDecimal("1.50"), money, money.getLogicalType()));
        value.put("raw", ByteBuffer.wrap(new byte[] {1, 2}));
        var avro = folder.resolve("a.avro");
        try (var writer =
                new DataFileWriter<GenericData.Record>(new GenericDatumWriter<>(row))
                        .create(row, avro.toFile())) {
            for (Object either : new Object[] {"x", 5L}) {
                var record = new GenericData.Record(row);
                record.put("list", List.of("a", "say \"b\""));
                record.put("map", Map.of("k", value));
                record.put("either", either);
                writer.append(record);
            }
        }
        var file = folder.resolve(name);
        if (!file.equals(avro)) {
            Storage.convert(avro, file);
        }
        var table = Storage.read(file);
        assertThat(table.stringColumn("list").get(0)).isEqualTo("[\"a\",\"say \\\"b\\\"\"]");
        assertThat(table.stringColumn("map").get(0))
                .isEqualTo("{\"k\":{\"day\":\"2024-01-02\",\"price\":1.50,\"raw\":\"0102\"}}");
        assertThat(table.stringColumn("either").asList()).containsExactly("x", "5");
    }
}
