package himalia.evaluation.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import himalia.sampling.NearestMean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against reference/imbalanced_metrics.json, which imbalanced_metrics.py beside it had imbalanced-learn say. */
class InstanceHardnessCvTest {
    static Stream<JsonObject> cases() {
        var reference = ModelReference.json("imbalanced_metrics");
        return ModelReference.elements(reference.getAsJsonArray("folds"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFoldsAreImbalancedLearns(JsonObject one) {
        var table = ModelReference.table(one.get("data").getAsString());
        var splitter = new InstanceHardnessCv(new NearestMean(), one.get("folds").getAsInt());

        var folds = splitter.split(table, "y");

        var tests = one.getAsJsonArray("tests");
        assertThat(folds).hasSize(tests.size());
        for (var fold = 0; fold < folds.size(); fold++) {
            assertThat(folds.get(fold).testRows())
                    .isEqualTo(ModelReference.ints(tests.get(fold).getAsJsonArray()));
        }
    }

    @Test
    void slipsAreTold() {
        assertThatThrownBy(() -> new InstanceHardnessCv(new NearestMean(), 1))
                .hasMessage("folds must be at least 2, got 1");
    }
}
