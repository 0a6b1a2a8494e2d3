package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.number;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Encoders against reference/preprocessing.json, which scikit-learn computed. */
class EncodersReferenceTest {
    private static final OneHotEncoder ONE_HOT =
            new OneHotEncoder(OneHotEncoder.Unknown.IGNORE, List.of("colour", "city"));
    private static final OneHotEncoder RARE =
            new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST, List.of("colour", "city"));
    private static final Map<String, Step> ENCODERS =
            Map.of(
                    "onehot_ignore", ONE_HOT,
                    "onehot_drop_first", ONE_HOT.drop(OneHotEncoder.Drop.FIRST),
                    "onehot_drop_if_binary", ONE_HOT.drop(OneHotEncoder.Drop.IF_BINARY),
                    "onehot_min_freq_20", RARE.minFrequency(20),
                    "onehot_max_cat_3", RARE.maxCategories(3),
                    "ordinal",
                            new OrdinalEncoder(
                                    OrdinalEncoder.Unknown.USE_ENCODED_VALUE, -1, List.of()));

    static Stream<JsonObject> encoded() {
        return objects("categorical");
    }

    private static Stream<JsonObject> objects(String name) {
        return elements(json("preprocessing").getAsJsonArray(name))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void everyEncoderDoesAsTheReference(JsonObject expected) {
        var encoder = ENCODERS.get(expected.get("encoder").getAsString());
        var mixed = table("mixed").inRange(0, 180).selectColumns("colour", "city");
        var colour = StringColumn.create("colour");
        var city = StringColumn.create("city");
        for (var row : expected.getAsJsonArray("probe")) {
            var cells = row.getAsJsonArray();
            colour.append(cells.get(0).isJsonNull() ? "" : cells.get(0).getAsString());
            city.append(cells.get(1).getAsString());
        }

        var done = encoder.fit(mixed).apply(Table.create(colour, city));

        if (expected.has("feature_names")) {
            assertThat(done.columnNames())
                    .isEqualTo(
                            elements(expected.getAsJsonArray("feature_names"))
                                    .map(JsonElement::getAsString)
                                    // Ours has no null to name, and no other tool.
                                    .map(name -> name.replace("colour_None", "colour_missing"))
                                    .map(name -> name.replace("_sklearn", ""))
                                    .toList());
        }
        var rows = expected.getAsJsonArray("probe_out");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(row(done, i)).isEqualTo(doubles(rows.get(i).getAsJsonArray()));
        }
    }

    private static double[] row(Table table, int row) {
        return IntStream.range(0, table.columnCount())
                .mapToDouble(j -> table.doubleColumn(j).getDouble(row))
                .toArray();
    }

    static Stream<JsonObject> targets() {
        return objects("target_encoder");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theTargetEncoderDoesAsTheReference(JsonObject expected) {
        var smooth = expected.get("smooth").getAsString();
        var holed = table("mixed").inRange(0, 180).selectColumns("colour", "city", "y");
        var mixed =
                SimpleImputer.constant("MISSING", List.of("colour", "city"))
                        .fit(holed)
                        .apply(holed);
        var encoder =
                new TargetEncoder(
                        smooth.equals("auto") ? TargetEncoder.AUTO : Double.parseDouble(smooth),
                        5,
                        false,
                        42,
                        List.of("colour", "city"));

        var learnt = encoder.fitApply(mixed, "y");

        var first = expected.getAsJsonArray("cross_fit_first_20");
        for (int i = 0; i < first.size(); i++) {
            assertThat(row(learnt.rows().selectColumns("colour", "city"), i))
                    .containsExactly(doubles(first.get(i).getAsJsonArray()), within(1e-8));
        }
        for (int column = 0; column < 2; column++) {
            var levels = expected.getAsJsonArray("categories").get(column).getAsJsonArray();
            var numbers =
                    doubles(expected.getAsJsonArray("encodings").get(column).getAsJsonArray());
            var unseen = number(expected.getAsJsonArray("unseen").get(column));
            for (int level = 0; level <= numbers.length; level++) {
                boolean isKnown = level < numbers.length;
                var text = isKnown ? levels.get(level).getAsString() : "unseen";
                var probe =
                        Table.create(
                                StringColumn.create("colour", text),
                                StringColumn.create("city", text));
                assertThat(row(learnt.step().apply(probe), 0)[column])
                        .isCloseTo(isKnown ? numbers[level] : unseen, within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hashed")
    void theHashingEncoderDoesAsTheReference(JsonObject expected) {
        int features = expected.get("n_features").getAsInt();
        var rows = expected.getAsJsonArray("rows");
        for (int i = 0; i < rows.size(); i++) {
            var table = Table.create();
            for (var cell : rows.get(i).getAsJsonObject().entrySet()) {
                var parts = cell.getKey().split("=", 2);
                table.addColumns(
                        parts.length == 2
                                ? StringColumn.create(parts[0], parts[1])
                                : DoubleColumn.create(parts[0], cell.getValue().getAsDouble()));
            }
            var sums = new double[features];
            for (var nonzero : expected.getAsJsonArray("nonzero").get(i).getAsJsonArray()) {
                var pair = nonzero.getAsJsonArray();
                sums[pair.get(0).getAsInt()] = number(pair.get(1));
            }

            var done = new HashingEncoder(features, table.columnNames()).fit(table).apply(table);

            assertThat(row(done, 0)).isEqualTo(sums);
        }
    }

    static Stream<JsonObject> hashed() {
        return objects("hashing");
    }

    @Test
    void theHashIsTheReferencesHash() {
        json("preprocessing")
                .getAsJsonObject("murmur3_x86_32_seed0_signed")
                .entrySet()
                .forEach(
                        one ->
                                assertThat(Murmur3.of(one.getKey()))
                                        .as(one.getKey())
                                        .isEqualTo(one.getValue().getAsInt()));
    }

    @Test
    void theNearestRowsFillAsTheReference() {
        var expected = objects("impute").filter(one -> one.has("holes")).findFirst().orElseThrow();
        var holed = table("wine").first(60).rejectColumns("y").copy();
        for (var hole : expected.getAsJsonArray("holes")) {
            var place = hole.getAsJsonArray();
            holed.column(place.get(1).getAsInt()).setMissing(place.get(0).getAsInt());
        }
        var five = holed.selectColumns(holed.columnNames().subList(0, 5).toArray(String[]::new));
        for (var weights : KnnImputer.Weights.values()) {
            var rows =
                    expected.getAsJsonArray(
                            weights == KnnImputer.Weights.UNIFORM
                                    ? "filled_uniform"
                                    : "filled_distance");

            var done =
                    new KnnImputer(3, weights, List.of())
                            .fit(five.first(40))
                            .apply(five.inRange(40, 60));

            for (int i = 0; i < rows.size(); i++) {
                assertThat(row(done, i))
                        .containsExactly(doubles(rows.get(i).getAsJsonArray()), within(1e-8));
            }
        }
    }
}
