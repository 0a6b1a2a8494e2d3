package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Steps against reference/preprocessing.json, which scikit-learn computed. */
class StepsReferenceTest {
    static Stream<JsonObject> scaled() {
        return elements(json("preprocessing").getAsJsonArray("numeric"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("transformer").getAsString().equals("StandardScaler"));
    }

    @ParameterizedTest
    @MethodSource("scaled")
    void theScalerScalesAsTheReference(JsonObject expected) {
        var data = expected.get("data").getAsString();
        var fitted = new StandardScaler().fit(heldOut(data, false), "y");
        var done = fitted.apply(heldOut(data, true));

        var rows = expected.getAsJsonArray("test_first_5");
        for (int i = 0; i < rows.size(); i++) {
            var row = doubles(rows.get(i).getAsJsonArray());
            for (int j = 0; j < row.length; j++) {
                assertThat(((NumericColumn<?>) done.column(j)).getDouble(i))
                        .isCloseTo(row[j], within(1e-8));
            }
        }
        assertThat(done.columnNames()).isEqualTo(table(data).columnNames());
        assertThat(done.column("y").asList()).isEqualTo(heldOut(data, true).column("y").asList());
    }

    static Stream<JsonObject> imputed() {
        return elements(json("preprocessing").getAsJsonArray("impute"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.has("statistics"));
    }

    @ParameterizedTest
    @MethodSource("imputed")
    void theImputerFillsAsTheReference(JsonObject expected) {
        var strategy =
                SimpleImputer.Strategy.valueOf(
                        expected.get("strategy").getAsString().toUpperCase(Locale.ROOT));
        var holed = holed();
        var fitted = new SimpleImputer(strategy).fit(holed.inRange(0, 40));

        var statistics = doubles(expected.getAsJsonArray("statistics"));
        var empty = Table.create();
        for (var column : holed.columns()) {
            empty.addColumns(DoubleColumn.create(column.name(), new Double[] {null}));
        }
        var filled = fitted.apply(empty);
        for (int j = 0; j < statistics.length; j++) {
            assertThat(filled.doubleColumn(j).getDouble(0)).isCloseTo(statistics[j], within(1e-8));
        }
    }

    /** The first sixty rows of wine, without the cells that the reference has taken out. */
    private static Table holed() {
        var wine = table("wine").inRange(0, 60);
        var holed = Table.create();
        for (var column : wine.columns()) {
            if (!column.name().equals("y")) {
                holed.addColumns(
                        DoubleColumn.create(
                                column.name(), ((NumericColumn<?>) column).asDoubleArray()));
            }
        }
        elements(json("preprocessing").getAsJsonArray("impute"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.has("holes"))
                .forEach(
                        one ->
                                elements(one.getAsJsonArray("holes"))
                                        .map(JsonElement::getAsJsonArray)
                                        .forEach(
                                                hole ->
                                                        holed.doubleColumn(hole.get(1).getAsInt())
                                                                .setMissing(
                                                                        hole.get(0).getAsInt())));
        return holed;
    }

    @Test
    void theEncoderEncodesAsTheReference() {
        var expected =
                elements(json("preprocessing").getAsJsonArray("categorical"))
                        .map(JsonElement::getAsJsonObject)
                        .filter(one -> one.get("encoder").getAsString().equals("onehot_ignore"))
                        .findFirst()
                        .orElseThrow();
        var mixed = table("mixed").inRange(0, 180).selectColumns("colour", "city");
        var fitted = new OneHotEncoder(OneHotEncoder.Unknown.IGNORE).fit(mixed);
        var probe = expected.getAsJsonArray("probe");

        var done = fitted.apply(Table.create(texts("colour", probe, 0), texts("city", probe, 1)));

        assertThat(done.columnNames())
                .isEqualTo(
                        elements(expected.getAsJsonArray("feature_names"))
                                .map(JsonElement::getAsString)
                                // Ours has no null to name.
                                .map(name -> name.replace("colour_None", "colour_missing"))
                                .toList());
        var rows = expected.getAsJsonArray("probe_out");
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            assertThat(
                            IntStream.range(0, done.columnCount())
                                    .mapToDouble(j -> done.doubleColumn(j).getDouble(row))
                                    .toArray())
                    .isEqualTo(doubles(rows.get(i).getAsJsonArray()));
        }
    }

    private static StringColumn texts(String name, JsonArray rows, int column) {
        var texts = StringColumn.create(name);
        for (var row : rows) {
            var cell = row.getAsJsonArray().get(column);
            texts.append(cell.isJsonNull() ? "" : cell.getAsString());
        }
        return texts;
    }

    @Test
    void stepsTakeTheColumnsThatAreNamed() {
        var mixed = table("mixed");
        var fitted =
                new OneHotEncoder(OneHotEncoder.Unknown.ERROR, List.of("city")).fit(mixed, "y");

        assertThat(fitted.reads()).hasSize(1);
        assertThat(fitted.apply(mixed).columnNames())
                .startsWith("amount", "age", "colour", "city_c00")
                .endsWith("y");
    }
}
