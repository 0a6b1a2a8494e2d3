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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;

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

    /** Of these five values two are missing; DuckDB would write a sixth, for the list that is, and others refuse the file. */
    @Test
    void aListThatIsMissingHasNoElementsInParquet() throws IOException {
        var file = folder.resolve("lists.parquet");
        var done = Storage.convert(resource("arrays.arrow"), file);
        done.verify();
        try (var sql = Sql.open()) {
            var leaf = sql.query("select num_values from parquet_metadata(?)", file.toString());
            assertThat(leaf.column(0).getString(0)).isEqualTo("5");
        }
        assertThat(Storage.read(file).stringColumn("x").asList())
                .containsExactly("[1.0,2.0]", "", "[3.0,4.0]");
    }

    /** Written by pyarrow 26 with {@code use_deprecated_int96_timestamps}, as Spark does. */
    @Test
    void timesOf96BitsKeepTheirNanoseconds() throws IOException {
        var file = resource("wide-times.parquet");
        var lists =
                new String[] {
                    "[\"2023-11-14T22:13:20.123456789\"]",
                    "",
                    "[null,\"1969-12-31T23:59:59.999999999\"]"
                };
        assertThat(Storage.read(file).stringColumn("x").asList()).containsExactly(lists);
        var done = Storage.convert(file, folder.resolve("t.csv"));
        done.verify();
        assertThat(Storage.read(done.to()).stringColumn("x").asList()).containsExactly(lists);
        var far = resource("wide-far.parquet");
        assertThatThrownBy(() -> Storage.read(far))
                .hasMessage(
                        "wide-far.parquet: column 'n n' holds nanoseconds, and there are times before 1678 or past 2261, which are not read beside them: write the times as texts");
    }

    @Test
    void halfFloatsAreChosenToo() throws IOException {
        var chosen = ConvertOptions.defaults().select("h").where("h > 1");
        var done = Storage.convert(resource("half.arrow"), folder.resolve("chosen.csv"), chosen);
        assertThat(Files.readAllLines(done.to())).containsExactly("h", "1.5");
        done.verify(chosen);
    }

    /** Written by pyarrow 26 and, of the Avro one, fastavro. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list-view.arrow|list-view.arrow: column 'v' is of Arrow's type ListView, which is not read here; write it as another: in pyarrow column.cast(…), in polars write_parquet",
                "same-names.arrow|same-names.arrow has the name 'x' twice among its columns, and a table has each once; rename all but one of them in the file",
                "xz.avro|xz.avro is packed with xz, which is not read here; write it with deflate, zstandard, snappy or bzip2"
            })
    void whatIsNotReadIsRefusedInALine(String name, String message) throws IOException {
        var file = resource(name);
        assertThatThrownBy(() -> Storage.read(file)).hasMessage(message);
        assertThatThrownBy(() -> Storage.convert(file, folder.resolve("x.csv")))
                .hasMessage(message);
    }

    /** Written by polars 2. */
    @Test
    void bytesAreHexadecimalInCsvHoweverArrowHasThem() throws IOException {
        var done = Storage.convert(resource("binary-view.arrow"), folder.resolve("b.csv"));
        done.verify();
        assertThat(Files.readAllLines(done.to())).containsExactly("b", "616263", "ff2c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h.parquet", "h.csv", "h.jsonl", "h.arff", "h.npy", "h.xlsx"})
    void halfFloatsAreFoundInEveryFile(String name) throws IOException {
        var half = resource("half.arrow");
        assertThat(Storage.read(half).column("h").type()).isEqualTo(ColumnType.FLOAT);
        assertThat(Storage.convert(half, folder.resolve(name)).verify().rows()).isEqualTo(2);
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

    /** Written by pandas 3.1: 1 day and 2:03:04.5, a missing one, -1 day, and the shortest there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"timedelta.parquet", "p.arrow", "p.parquet", "p.avro", "p.csv", "p.jsonl"})
    void durationsOfPandasAreNoNumbers(String name) throws IOException {
        var parquet = resource("timedelta.parquet");
        var file = folder.resolve(name);
        if (!file.equals(parquet)) {
            Storage.convert(parquet, file);
        }
        var table = Storage.read(file);
        assertThat(table.stringColumn("ns").asList())
                .containsExactly("PT26H3M4.5S", "", "PT-24H", "PT0.000000001S");
        assertThat(table.stringColumn("s").asList())
                .containsExactly("PT26H3M4S", "", "PT-24H", "PT1S");
        assertThat(table.numberColumn("n").getDouble(3)).isEqualTo(4);
    }

    /** Written by pyarrow 26. */
    @ParameterizedTest
    @ValueSource(strings = {"nested.feather", "p.arrow", "p.parquet", "p.avro", "p.csv", "p.jsonl"})
    void decimalsAndDurationsWithinListsKeepTheirDigits(String name) throws IOException {
        var arrow = resource("nested.feather");
        var file = folder.resolve(name);
        if (!file.equals(arrow)) {
            Storage.convert(arrow, file);
        }
        var table = Storage.read(file);
        for (var column : List.of("list", "large")) {
            assertThat(table.stringColumn(column).get(0)).startsWith("[1.50");
            assertThat(table.stringColumn(column).asList().subList(1, 4))
                    .containsExactly("", "[]", "[12345678901234567890.12]");
        }
        assertThat(table.stringColumn("map").asList())
                .containsExactly("{\"k\":9.9}", "", "{}", "{}");
        assertThat(table.stringColumn("spans").asList())
                .containsExactly("[\"PT0.000000001S\"]", "", "[]", "[\"PT-24H\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.arrow", "p.parquet", "p.csv"})
    void decimalsThatWouldBecomeDoublesAreRefused(String name) throws IOException {
        var file = resource("decimal50.parquet");
        var message =
                "decimal50.parquet: column 'long' holds decimals of 50 digits, and of a Parquet file 38 are read: write it as text, or all into an .arrow file; Storage.read(statement.executeQuery(\"FROM '%s'\")) has the nearest doubles"
                        .formatted(file);
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Storage.convert(file, folder.resolve(name)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
        assertThat(folder.resolve(name)).doesNotExist();
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
