package himalia.evaluation.costs;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Against the weights and corrected probabilities of weights.json. */
class WeightsReferenceTest {
    static Stream<JsonObject> cases() {
        return elements(json("weights").getAsJsonArray("cases")).map(one -> one.getAsJsonObject());
    }

    static Stream<JsonObject> priors() {
        return elements(json("weights").getAsJsonObject("prior_correction").getAsJsonArray("cases"))
                .map(one -> one.getAsJsonObject());
    }

    private static Table table(JsonObject counts) {
        var y = IntColumn.create("y");
        for (var entry : counts.entrySet()) {
            for (int i = 0; i < entry.getValue().getAsInt(); i++) {
                y.append(Integer.parseInt(entry.getKey()));
            }
        }
        return Table.create(y);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRuleGivesItsWeights(JsonObject one) {
        var table = table(one.getAsJsonObject("counts"));

        same(ClassWeights.balanced(table, "y"), one, "balanced");
        same(ClassWeights.inverseFrequency(table, "y"), one, "inverse_frequency_sum1");
        for (var beta : new String[] {"0.9", "0.99", "0.999", "0.9999"}) {
            var weights = ClassWeights.effectiveNumber(table, "y", Double.parseDouble(beta));
            same(weights, one, "effective_number_" + beta);
        }
        double sum = Arrays.stream(ClassWeights.balanced(table, "y").ofRows(table, "y")).sum();
        assertThat(sum)
                .isCloseTo(one.get("sum_of_balanced_sample_weights").getAsDouble(), within(1e-9));
    }

    private static void same(ClassWeights weights, JsonObject one, String rule) {
        var expected = one.getAsJsonObject(rule);
        assertThat(weights.classes()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (var name : expected.keySet()) {
            assertThat(weights.of(name))
                    .as(rule + " of " + name)
                    .isCloseTo(expected.get(name).getAsDouble(), within(1e-9));
        }
    }

    @Test
    void weightsOfOnesOwnAreThoseOfTheRows() {
        var custom = json("weights").getAsJsonObject("custom");
        var weights = new HashMap<String, Double>();
        custom.getAsJsonObject("weights")
                .entrySet()
                .forEach(each -> weights.put(each.getKey(), each.getValue().getAsDouble()));
        var table = Table.create(IntColumn.create("y", ints(custom.getAsJsonArray("y"))));

        var rows = ClassWeights.of(weights).ofRows(table, "y");

        assertThat(rows)
                .containsExactly(
                        elements(custom.getAsJsonArray("sample_weight"))
                                .mapToDouble(each -> each.getAsDouble())
                                .toArray());
    }

    @ParameterizedTest
    @MethodSource("priors")
    void aProbabilityIsBroughtBackToTheWorldsShares(JsonObject one) {
        var correction =
                PriorCorrection.of(
                        one.get("prior_train").getAsDouble(), one.get("prior_true").getAsDouble());

        assertThat(correction.apply(one.get("p_model").getAsDouble()))
                .isCloseTo(one.get("p_corrected").getAsDouble(), within(1e-12));
    }
}
