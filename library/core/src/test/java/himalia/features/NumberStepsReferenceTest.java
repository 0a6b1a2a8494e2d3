package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** What makes numbers of numbers, against reference/preprocessing.json, which scikit-learn computed. */
class NumberStepsReferenceTest {
    private static final Map<String, Step> STEPS =
            Map.ofEntries(
                    Map.entry("MinMaxScaler", new MinMaxScaler()),
                    Map.entry("MaxAbsScaler", new MaxAbsScaler()),
                    Map.entry("RobustScaler", new RobustScaler()),
                    Map.entry("Normalizer_l2", new Normalizer()),
                    Map.entry("PowerTransformer_yeo_johnson", new PowerTransformer()),
                    Map.entry(
                            "QuantileTransformer_uniform_20",
                            new QuantileTransformer(20, QuantileTransformer.Output.UNIFORM)),
                    Map.entry(
                            "QuantileTransformer_normal_20",
                            new QuantileTransformer(20, QuantileTransformer.Output.NORMAL)),
                    Map.entry("KBins_5_uniform_ordinal", bins(KBinsDiscretizer.Strategy.UNIFORM)),
                    Map.entry(
                            "KBins_5_quantile_ordinal", bins(KBinsDiscretizer.Strategy.QUANTILE)));

    private static Step bins(KBinsDiscretizer.Strategy strategy) {
        return new KBinsDiscretizer(5, strategy, KBinsDiscretizer.Encode.ORDINAL, List.of());
    }

    static Stream<JsonObject> cases() {
        return elements(json("preprocessing").getAsJsonArray("numeric"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> STEPS.containsKey(one.get("transformer").getAsString()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepDoesAsTheReference(JsonObject expected) {
        var name = expected.get("transformer").getAsString();
        var data = expected.get("data").getAsString();
        var fitted = STEPS.get(name).fit(heldOut(data, false), "y");

        assertRows(
                fitted.apply(heldOut(data, true)),
                expected,
                name.startsWith("Power") ? 1e-5 : 1e-8);
    }

    private static void assertRows(Table done, JsonObject expected, double error) {
        var rows = expected.getAsJsonArray("test_first_5");
        for (int i = 0; i < rows.size(); i++) {
            var row = doubles(rows.get(i).getAsJsonArray());
            for (int j = 0; j < row.length; j++) {
                assertThat(((NumericColumn<?>) done.column(j)).getDouble(i))
                        .isCloseTo(row[j], within(error));
            }
        }
    }
}
