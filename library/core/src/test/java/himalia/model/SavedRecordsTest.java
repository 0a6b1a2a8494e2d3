package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** What is written can be read, and what could not be read is not written. */
class SavedRecordsTest {
    record Small(byte tiny, Short brief, List<? extends Part> parts, Map<String, Double> shares) {}

    sealed interface Part {}

    record Wheel(double size) implements Part {}

    record Named(Map<String, Integer> places) {}

    record Unfit<T>(T value) {}

    record ByNumber(Map<Integer, String> names) {}

    record Perhaps(Optional<String> name) {}

    record Some(Set<String> names) {}

    record Loose(Object value) {}

    record Text(String text) {}

    static final class Other {
        record Text(String text) {}
    }

    record Mean(double mean) implements Model {
        @Override
        public Schema schema() {
            return new Schema(List.of(Feature.number("x")), new Target.Numbers("y"));
        }

        @Override
        public Trainer trainer() {
            return (table, label) -> this;
        }

        @Override
        public Predictions predict(Table table) {
            return Predictions.of(new double[table.rowCount()]);
        }
    }

    private static final SavedTypes TYPES =
            () ->
                    List.of(
                            Small.class,
                            Wheel.class,
                            Mean.class,
                            Named.class,
                            Unfit.class,
                            ByNumber.class,
                            Perhaps.class,
                            Some.class,
                            Loose.class,
                            Text.class);

    private final SavedRegistry registry = SavedRegistry.of(List.of(TYPES));

    private String written(Object value) {
        return new RecordWriter(registry).write(value, value.getClass(), "it").toString();
    }

    private Object read(String json, Class<?> type) {
        return new RecordReader(registry, name -> new byte[0])
                .read(JsonParser.parseString(json), type);
    }

    @Test
    void smallNumbersAndListsOfSomeKindComeBack() {
        var small =
                new Small(
                        (byte) -3,
                        (short) 300,
                        List.of(new Wheel(Double.NEGATIVE_INFINITY)),
                        Map.of("a", Double.NaN));

        assertThat(read(written(small), Small.class)).isEqualTo(small);
    }

    @Test
    void aModelThatIsARecordIsItsOwnForm() {
        var mean = new Mean(3);

        var json = new RecordWriter(registry).write(mean, Model.class, "the model");

        assertThat(json).hasToString("{\"Mean\":{\"mean\":3.0}}");
        assertThat(read(json.toString(), Model.class)).isEqualTo(mean);
    }

    @Test
    void mapsAreWrittenInTheOrderOfTheirNames() {
        var upwards = new LinkedHashMap<String, Integer>();
        IntStream.range(0, 30).forEach(i -> upwards.put("name " + i, i));
        var downwards = new LinkedHashMap<String, Integer>();
        IntStream.range(0, 30).forEach(i -> downwards.put("name " + (29 - i), 29 - i));

        assertThat(written(new Named(upwards)))
                .isEqualTo(written(new Named(downwards)))
                .isEqualTo(written(new Named(Map.copyOf(upwards))))
                .startsWith("{\"Named\":{\"places\":{\"name 0\":0,\"name 1\":1,\"name 10\":10,");
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of(new Text(null), "'text' of a Text is null, declared as "),
                Arguments.of(new Unfit<>("a"), "'value' of a Unfit is a java.lang.String, "),
                Arguments.of(new ByNumber(Map.of(1, "a")), "'names' of a ByNumber is a "),
                Arguments.of(new Perhaps(Optional.of("a")), "'name' of a Perhaps is a "),
                Arguments.of(new Some(Set.of("a")), "'names' of a Some is a "),
                Arguments.of(new Loose(1), "'value' of a Loose is a java.lang.Integer, "));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatCouldNotBeReadIsRefusedWithItsPlace(Record record, String where) {
        assertThatThrownBy(() -> written(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(where)
                .hasMessageContaining(", which has no form in a model file; it holds numbers,");
    }

    @Test
    void aLambdaIsCalledSo() {
        assertThatThrownBy(() -> written(new Unfit<Runnable>(() -> {})))
                .hasMessageStartingWith("'value' of a Unfit is a lambda, declared as ");
    }

    @Test
    void whatNoJarNamesIsToldWithItsArticle() {
        record EvenRows() {}
        var none = new RecordWriter(SavedRegistry.of(List.of()));

        assertThatThrownBy(() -> none.write(new EvenRows(), EvenRows.class, "it"))
                .hasMessageStartingWith("an EvenRows is not known to model files, so no reader");
    }

    @Test
    void twoJarsMayUseOneName() {
        SavedTypes others = () -> List.of(Other.Text.class);
        var both = SavedRegistry.of(List.of(TYPES, others));
        var text = new Other.Text("a");

        var json = new RecordWriter(both).write(text, Other.Text.class, "it").toString();

        assertThat(json)
                .isEqualTo("{\"himalia.model.SavedRecordsTest$Other$Text\":{\"text\":\"a\"}}");
        var reader = new RecordReader(both, name -> new byte[0]);
        assertThat(reader.read(JsonParser.parseString(json), Record.class)).isEqualTo(text);
        // What a jar wrote when it was alone is read wherever it is alone.
        assertThat(read("{\"Text\":{\"text\":\"b\"}}", Text.class)).isEqualTo(new Text("b"));
        assertThatThrownBy(
                        () ->
                                reader.read(
                                        JsonParser.parseString("{\"Text\":{\"text\":\"b\"}}"),
                                        Text.class))
                .hasMessageStartingWith("it holds a 'Text', and two jars have one: ");
        assertThat(new RecordWriter(both).write(new Wheel(1), Wheel.class, "it"))
                .hasToString("{\"Wheel\":{\"size\":1.0}}");
    }
}
