package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Against reference/smoten.json, which smoten.py beside it had imbalanced-learn say. */
class SmotenTest {
    static Stream<JsonObject> cases() {
        return ModelReference.elements(ModelReference.json("smoten").getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRowsThatCanBeMadeAreImbalancedLearns(JsonObject one) {
        var table = Table.create("chance");
        var columns = one.getAsJsonArray("columns");
        for (var i = 0; i < columns.size(); i++) {
            table.addColumns(column("f" + i, columns.get(i).getAsJsonArray()));
        }
        table.addColumns(column("y", one.getAsJsonArray("y")));
        var sizes = new HashMap<String, Integer>();
        one.getAsJsonObject("asked")
                .entrySet()
                .forEach(asked -> sizes.put(asked.getKey(), asked.getValue().getAsInt()));
        var result =
                new Smoten(one.get("k_neighbors").getAsInt(), Strategy.of(sizes), 7)
                        .resample(table, "y");

        var made = new TreeSet<String>();
        for (var row = table.rowCount(); row < result.rowCount(); row++) {
            made.add(words(result, row, columns.size()));
        }

        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(
                        ModelReference.elements(one.getAsJsonArray("made"))
                                .map(JsonElement::getAsString)
                                .toList());
    }

    private static Column<?> column(String name, JsonArray cells) {
        if (cells.get(0).getAsJsonPrimitive().isNumber()) {
            return IntColumn.create(name, ModelReference.ints(cells));
        }
        var texts = new ArrayList<String>();
        cells.forEach(cell -> texts.add(cell.getAsString()));
        return StringColumn.create(name, texts);
    }

    private static String words(Table table, int row, int features) {
        return Stream.concat(
                        Stream.of(table.getString(row, "y")),
                        IntStream.range(0, features).mapToObj(i -> table.getString(row, "f" + i)))
                .collect(Collectors.joining(" | "));
    }
}
