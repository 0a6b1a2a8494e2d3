package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.FeatureScores;
import himalia.features.HashingEncoder;
import himalia.features.KBinsDiscretizer;
import himalia.features.MinMaxScaler;
import himalia.features.Onnx;
import himalia.features.Pipeline;
import himalia.features.QuantileTransformer;
import himalia.features.SelectKBest;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.onnx.OnnxAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Numbers that Java refuses end queries and runs of models and of the steps before them. */
class RefusedNumbersTest {
    private static Table homes() {
        var random = new Random(5);
        var rows =
                Table.create(
                        "homes",
                        DoubleColumn.create("size", random.doubles(60).toArray()),
                        DoubleColumn.create("age", random.doubles(60).toArray()));
        rows.addColumns(
                StringColumn.create(
                        "sold",
                        rows.doubleColumn("size").asList().stream()
                                .map(size -> size > 0.4 ? "yes" : "no")
                                .toList()));
        return rows;
    }

    /** A cell that Java refuses ends the query and the run, whether a model or a step before it would have hidden it. */
    @Test
    void anInfiniteNumberEndsTheQueryAndTheRun() {
        var rows = homes();
        var trainers =
                List.of(
                        new LogisticRegression(1.0),
                        new DecisionTree(3, 42),
                        new GradientBoosting(5, 42),
                        Pipeline.of(new KBinsDiscretizer(3)).train(new LogisticRegression(1.0)),
                        Pipeline.of(new QuantileTransformer()).train(new DecisionTree(3, 42)),
                        Pipeline.of(new HashingEncoder(4, List.of("size")))
                                .train(new DecisionTree(3, 42)));
        for (var trainer : trainers) {
            try (var model = trainer.fit(rows, "sold")) {
                for (var size : List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
                    var asked = rows.copy();
                    asked.doubleColumn("size").set(2, size);
                    assertThatThrownBy(() -> model.predict(asked)).hasMessageContaining("infinite");
                    assertThatThrownBy(() -> WrittenModels.query(model, asked))
                            .as(trainer.name())
                            .hasMessageContaining("column 'size' is infinite");
                    assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(model), asked))
                            .as(trainer.name())
                            .hasMessageContaining("takes finite numbers");
                }
            }
        }
    }

    /** DuckDB computes no column that nothing reads, and Java refuses the row all the same. */
    @Test
    void anInfiniteNumberThatNoModelReadsEndsTheQueryToo() {
        var rows = homes();
        var asked = rows.copy();
        asked.doubleColumn("age").set(2, Double.NEGATIVE_INFINITY);
        for (var step :
                List.of(new StandardScaler(), new MinMaxScaler(), new QuantileTransformer())) {
            var pipeline =
                    Pipeline.of(step)
                            .then(new SelectKBest(FeatureScores.By.F_CLASSIF, 1))
                            .train(new LogisticRegression(1.0));
            try (var model = pipeline.fit(rows, "sold")) {
                assertThatThrownBy(() -> model.predict(asked)).hasMessageContaining("infinite");
                assertThatThrownBy(() -> WrittenModels.query(model, asked))
                        .as(step.name())
                        .hasMessageContaining("column 'age' is infinite");
            }
        }
    }

    /** XGBoost computes with floats, and of a larger number each says nothing but that. */
    @Test
    void aNumberThatNoFloatIsEndsTheQueryAndTheRun() {
        var rows =
                Table.create(
                        "homes",
                        DoubleColumn.create("size", new Random(5).doubles(60).toArray()),
                        StringColumn.create(
                                "sold",
                                IntStream.range(0, 60).mapToObj(i -> i % 3 == 0 ? "yes" : "no")));
        try (var model = new GradientBoosting(5, 42).fit(rows, "sold")) {
            var asked = rows.copy();
            asked.doubleColumn("size").set(2, 1e200);
            assertThatThrownBy(() -> model.predict(asked)).hasMessageContaining("up to 3.4E38");
            assertThatThrownBy(() -> WrittenModels.query(model, asked))
                    .hasMessageContaining("FLOAT");
            assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(model), asked))
                    .hasMessageContaining("GradientBoosting takes numbers up to 3.4E38 only");
        }
    }

    /** Numbers that are finite may have scores that are none: Java refuses the row, and so do the query and the run. */
    @Test
    void probabilitiesThatAreNoNumbersEndTheQueryAndTheRun() throws Exception {
        var rows = homes();
        var kind = new ArrayList<String>();
        rows.doubleColumn("age").forEach(age -> kind.add(age < 0.3 ? "a" : age < 0.6 ? "b" : "c"));
        rows.addColumns(StringColumn.create("kind", kind));
        var trainers =
                List.of(
                        new GaussianNB(),
                        Pipeline.of(new StandardScaler()).train(new GaussianNB()),
                        new LogisticRegression(1.0),
                        new SgdClassifier(),
                        new MultilayerPerceptron(List.of(4, 3), 5, 42),
                        new Voting(List.of(new GaussianNB(), new DecisionTree(3, 42))));
        int refused = 0;
        for (var trainer : trainers) {
            for (var label : List.of("sold", "kind")) {
                var other = rows.rejectColumns(label.equals("sold") ? "kind" : "sold");
                try (var model = trainer.fit(other, label)) {
                    refused += refused(model, other);
                }
            }
        }
        assertThat(refused).isGreaterThan(40);
    }

    /** A number near the largest there is, scaled, may be infinite. */
    private static final String OVERFLOW =
            "(?s).*(NaN for its probabilities; look for overflow|takes finite numbers).*";

    private static int refused(Model model, Table rows) throws Exception {
        int refused = 0;
        for (double size : new double[] {1e20, 1e38, 1e39, 1e77, 1e120, 1e155, 1e200, 1.7e308}) {
            for (double age : new double[] {0.5, size, -size}) {
                var asked = rows.copy();
                asked.doubleColumn("size").set(2, size);
                asked.doubleColumn("age").set(2, age);
                var hasSql = !(model instanceof NetworkModel || model instanceof EnsembleModel);
                try {
                    model.predict(asked);
                } catch (IllegalArgumentException e) {
                    assertThat(e)
                            .hasMessageMatching("row 2 has NaN for the .*|.* infinite value.*");
                    refused++;
                    assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(model), asked))
                            .as("%s of %s and %s", model, size, age)
                            .hasMessageMatching(OVERFLOW);
                    if (hasSql) {
                        assertThatThrownBy(() -> WrittenModels.query(model, asked))
                                .as("%s of %s and %s", model, size, age)
                                .hasMessageMatching(OVERFLOW);
                    }
                    continue;
                }
                WrittenModels.assertSameByOnnx(model, asked);
                if (hasSql) {
                    WrittenModels.assertSameBySql(model, asked);
                }
            }
        }
        return refused;
    }
}
