package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Report;
import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.explanation.TreeView;
import himalia.model.Model;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** XGBoost's forests beside those of Python (xgboost_forests.py). */
class XgboostForestTest {
    static Stream<JsonObject> forests() {
        return elements(json("xgboost_forests").getAsJsonArray("forests"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("forests")
    void itSaysWhatPythonsSays(JsonObject expected) {
        var data = expected.get("data").getAsString();
        var train = numbers(heldOut(data, false));
        var test = numbers(heldOut(data, true));
        if (expected.get("holes").getAsBoolean()) {
            for (int row = 0; row < train.rowCount(); row += 3) {
                train.column(0).setMissing(row);
            }
            test.columns().stream()
                    .filter(column -> !column.name().equals("y"))
                    .forEach(column -> column.setMissing(0));
        }
        try (var model = fitted(expected, train)) {
            var said = model.predict(test);
            var rows = expected.getAsJsonArray("said");
            assertThat(said.size()).isEqualTo(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                if (data.equals("diabetes")) {
                    double number = rows.get(row).getAsDouble();
                    assertThat(said.number(row)).isCloseTo(number, within(1e-5 * number));
                } else {
                    assertThat(said.probabilities(row))
                            .containsExactly(
                                    doubles(rows.get(row).getAsJsonArray()), within(1e-5));
                }
            }
        }
    }

    private static Model fitted(JsonObject expected, Table train) {
        int trees = expected.get("trees").getAsInt();
        int depth = expected.get("depth").getAsInt();
        double subsample = expected.get("subsample").getAsDouble();
        double features = expected.get("features").getAsDouble();
        long seed = expected.get("seed").getAsLong();
        if (expected.get("data").getAsString().equals("diabetes")) {
            return new XgboostForestRegressor(trees, depth, subsample, features, seed)
                    .fit(train, "y");
        }
        var forest = new XgboostForest(trees, depth, subsample, features, seed);
        var weights =
                IntStream.range(0, train.rowCount()).mapToDouble(row -> 1 + row % 3).toArray();
        return expected.get("weighted").getAsBoolean()
                ? forest.fit(train, "y", weights)
                : forest.fit(train, "y");
    }

    private static Table numbers(Table table) {
        return table;
    }
}
