package himalia.evaluation.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import himalia.sampling.NearestMean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

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
    void aClassOfOneRowHasProbabilityZeroWhereItIsNotLearnt() {
        var table =
                Table.create(
                        IntColumn.create("x", 1, 2, 3, 4, 5, 6, 7, 8, 9),
                        StringColumn.create("y", "a", "b", "a", "b", "a", "b", "a", "b", "rare"));

        var folds = new InstanceHardnessCv(new NearestMean(), 2).split(table, "y");

        assertThat(folds.stream().flatMapToInt(fold -> IntStream.of(fold.testRows())))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aFoldRefusesAnotherTable() {
        var table = Table.create(IntColumn.create("x", 1, 2, 3));

        assertThatThrownBy(() -> new KFold(2).split(table, "x").get(0).train(table.first(2)))
                .hasMessageStartingWith("the fold was cut from 3 rows, and table '")
                .hasMessageEndingWith("' has 2; give the table that was split");
        assertThatThrownBy(() -> Fold.of(new int[] {0}, new int[] {5}).test(table))
                .hasMessageStartingWith("the fold was cut from at least 6 rows, and table '");
    }

    @Test
    void slipsAreTold() {
        assertThatThrownBy(() -> new InstanceHardnessCv(new NearestMean(), 1))
                .hasMessage("folds must be at least 2, got 1");
    }
}
