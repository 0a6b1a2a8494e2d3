package himalia.training;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.nn.core.Linear;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Evaluation;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.evaluation.TrainedModel;
import himalia.evaluation.folds.KFold;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;

/** What every trainer of a number must do; a new one adds a line and gets every check. */
class RegressorContractTest {
    private static final Map<String, LongFunction<Trainer>> BANDS =
            Map.of(
                    "gradient boosting 100 x depth 3",
                            seed -> new GradientBoostingRegressor(100, 3, 0.1, 1, seed),
                    "regression tree depth 4", seed -> new DecisionTreeRegressor(4),
                    "random forest 100", seed -> new RandomForestRegressor(100, seed));

    static Stream<Trainer> trainers() {
        return Stream.concat(learners(), baselines());
    }

    static Stream<Trainer> learners() {
        return Stream.of(
                new LinearRegression(),
                new LinearRegression(10),
                new SgdRegressor(),
                new Ridge(),
                new Lasso(),
                new ElasticNet(0.1, 0.5),
                new DecisionTreeRegressor(4),
                new KNeighborsRegressor(15),
                new Voting(List.of(new Ridge(), new RandomForestRegressor(10, 42))),
                new Bagging(new DecisionTreeRegressor(4), 10, 0.8, 0.7, 42),
                new Stacking(
                        List.of(new Ridge(), new RandomForestRegressor(10, 42)),
                        new LinearRegression(),
                        new KFold(3)),
                new RandomForestRegressor(50, 42),
                new XgboostForestRegressor(50, 42),
                new XgboostForestRegressor(50, 0, 0.7, 0.3, 42),
                new BlockRegressor(
                        outputs -> Linear.builder().setUnits(outputs).build(),
                        new NetworkOptions(30, 42).rate(0.01)),
                new EmbeddingRegressor(List.of(8), new NetworkOptions(15, 42).rate(0.01)),
                new GradientBoostingRegressor(100, 3, 0.1, 1, 42),
                new GradientBoostingRegressor(100, 3, 0.1, 1, 42)
                        .by(BoostingObjective.ABSOLUTE_ERROR),
                new GradientBoostingRegressor(100, 3, 0.1, 1, 42)
                        .by(BoostingObjective.pseudoHuber(50)));
    }

    static Stream<Trainer> baselines() {
        return Stream.of(
                new DummyRegressor(),
                new DummyRegressor(DummyRegressor.Strategy.MEDIAN, 0),
                new DummyRegressor(DummyRegressor.Strategy.QUANTILE, 0.9),
                new DummyRegressor(DummyRegressor.Strategy.CONSTANT, -3));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void itPredictsANumber(Trainer trainer) {
        try (var model = trainer.fit(heldOut("diabetes", false), "y")) {
            var report = RegressionReport.of(model, heldOut("diabetes", true));

            // Neighbours in the columns' own units have 0.26, and a single tree 0.35.
            assertThat(report.r2()).isBetween(0.25, 0.6);
            assertThat(model.schema().target()).isEqualTo(new Target.Numbers("y"));
            assertThat(model.predict(heldOut("diabetes", true)).table().columnNames())
                    .containsExactly("prediction");
            assertThatThrownBy(model::classes)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the model predicts numbers of 'y', and there are no classes");
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void itIsJudgedByWhatItPredicts(Trainer trainer) {
        var train = heldOut("diabetes", false);
        var test = heldOut("diabetes", true);
        try (var model = TrainedModel.of(trainer, train, "y", test)) {
            assertThat(model.regression().metrics())
                    .isEqualTo(Evaluation.of(model, test).metrics())
                    .containsKeys("r2", "rmse", "mae");
            assertThatThrownBy(() -> Report.of(model, test))
                    .hasMessage(
                            "a Report is of classes, and this model predicts numbers of 'y'; ask RegressionReport.of(model, test), or Evaluation.of(model, test) for either");
            assertThatThrownBy(model::report)
                    .hasMessage("this model predicts numbers; ask regression()");
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theAnswerForARowDoesNotDependOnTheOthers(Trainer trainer) {
        var test = heldOut("diabetes", true);
        try (var model = trainer.fit(heldOut("diabetes", false), "y")) {
            var all = model.predict(test);

            for (int row = 0; row < test.rowCount(); row++) {
                assertThat(model.predict(test.rows(row)).number(0)).isEqualTo(all.number(row));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theSameSettingsGiveTheSameModel(Trainer trainer) {
        var test = heldOut("diabetes", true);
        try (var one = trainer.fit(heldOut("diabetes", false), "y");
                var other = trainer.fit(heldOut("diabetes", false), "y")) {
            assertThat(other.predict(test)).isEqualTo(one.predict(test));
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void slipsAreToldWithTheirValueAndTheWayOut(Trainer trainer) {
        var table = heldOut("diabetes", false);

        assertThatThrownBy(() -> trainer.fit(table, "z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no column 'z'");
        assertThatThrownBy(() -> trainer.fit(table.emptyCopy(), "y"))
                .hasMessage("the table has no rows; there is nothing to learn from");
        var text = table.copy().addColumns(StringColumn.create("t", table.rowCount()));
        assertThatThrownBy(() -> trainer.fit(text, "t"))
                .hasMessage(
                        "label 't' holds text, and a regressor predicts numbers; tell its values apart by a classifier such as GradientBoosting");
    }

    static Stream<JsonObject> bands() {
        return elements(json("models").getAsJsonArray("bands"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("data").getAsString().equals("diabetes"));
    }

    /** As many seeds as the reference, the mean no worse than its mean and three deviations, or one in a hundred. */
    @ParameterizedTest
    @MethodSource("bands")
    void treesAreAsGoodAsTheReference(JsonObject band) {
        var rmse = band.getAsJsonObject("rmse");
        double mean = rmse.get("mean").getAsDouble();
        double most = mean + Math.max(3 * rmse.get("sd").getAsDouble(), mean / 100);
        var trainer = BANDS.get(band.get("model").getAsString());

        double ours =
                IntStream.range(0, band.get("seeds").getAsInt())
                        .mapToDouble(
                                seed -> {
                                    try (var model =
                                            trainer.apply(seed)
                                                    .fit(heldOut("diabetes", false), "y")) {
                                        return RegressionReport.of(model, heldOut("diabetes", true))
                                                .rmse();
                                    }
                                })
                        .average()
                        .orElseThrow();

        assertThat(ours).isLessThanOrEqualTo(most);
    }
}
