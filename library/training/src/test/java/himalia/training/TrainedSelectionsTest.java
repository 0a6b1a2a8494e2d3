package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Report;
import himalia.evaluation.Scoring;
import himalia.features.FittedStep;
import himalia.features.Rfe;
import himalia.features.RfeCv;
import himalia.features.SelectFromModel;
import himalia.features.SelectFromModel.Threshold;
import himalia.features.leakage.Ablation;
import himalia.features.leakage.LeakageCheck;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Columns are kept by what a trained model weighs, as scikit-learn keeps them: reference/kept_columns.json. */
class TrainedSelectionsTest {
    private static final LogisticRegression TRAINER = new LogisticRegression(1.0);

    static Stream<JsonObject> models() {
        return elements(json("kept_columns").getAsJsonArray("models"))
                .map(JsonElement::getAsJsonObject);
    }

    private static List<String> names(Table table, JsonArray places) {
        return IntStream.of(ints(places)).mapToObj(place -> table.column(place).name()).toList();
    }

    private static List<String> kept(FittedStep fitted, Table table) {
        return fitted.apply(table).rejectColumns("y").columnNames();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatCountsInAModelIsKept(JsonObject expected) {
        var table = table(expected.get("data").getAsString());
        var step = new SelectFromModel(TRAINER);
        var kept = expected.getAsJsonObject("from_model");

        assertThat(kept(step.fit(table, "y"), table))
                .isEqualTo(names(table, kept.getAsJsonArray("mean")));
        assertThat(kept(step.above(Threshold.MEDIAN, 1).fit(table, "y"), table))
                .isEqualTo(names(table, kept.getAsJsonArray("median")));
        assertThat(kept(step.above(Threshold.MEAN, 1.25).fit(table, "y"), table))
                .isEqualTo(names(table, kept.getAsJsonArray("1.25*mean")));
        assertThat(kept(step.above(Threshold.NUMBER, 0.3).fit(table, "y"), table))
                .isEqualTo(names(table, kept.getAsJsonArray("0.3")));
        assertThat(kept(step.above(Threshold.NUMBER, 0).maxFeatures(2).fit(table, "y"), table))
                .isEqualTo(names(table, expected.getAsJsonArray("most_2")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theNumberOfColumnsIsFoundOnFolds(JsonObject expected) {
        var table = table(expected.get("data").getAsString());
        int fewest = expected.get("fewest").getAsInt();

        assertThat(kept(new Rfe(TRAINER, fewest, Rfe.By.MODEL, 42).fit(table, "y"), table))
                .isEqualTo(names(table, expected.getAsJsonArray("rfe")));
        assertFound(expected, "accuracy", Scoring.ACCURACY_OR_R2, table, fewest);
        assertFound(expected, "balanced_accuracy", Scoring.BALANCED_ACCURACY, table, fewest);
    }

    private static void assertFound(
            JsonObject expected, String name, Scoring scoring, Table table, int fewest) {
        var found = new RfeCv(TRAINER, fewest, 4, scoring, Rfe.By.MODEL, 42).fit(table, "y");
        var sought = expected.getAsJsonObject(name);

        assertThat(found.scores().doubleColumn("score").asDoubleArray())
                .as(name)
                .containsExactly(doubles(sought.getAsJsonArray("scores")), within(1e-9));
        assertThat(kept(found, table))
                .as(name)
                .isEqualTo(names(table, sought.getAsJsonArray("kept")));
        assertThat(found.kept()).isEqualTo(kept(found, table));
    }

    @Test
    void treesCountByWhatTheirQuestionsGain() {
        var wine = table("wine");
        var rows =
                wine.selectColumns("ash", "hue")
                        .addColumns(
                                DoubleColumn.create("same", new double[wine.rowCount()]),
                                DoubleColumn.create("tells", wine.intColumn("y").asDoubleArray()),
                                wine.column("y"));
        try (var model = new GradientBoosting(20, 42).fit(rows, "y")) {
            var gains = model.importances();
            assertThat(gains).hasDimensions(1, 4);
            assertThat(IntStream.range(0, 4).mapToDouble(j -> gains[0][j]).sum())
                    .isCloseTo(1, within(1e-12));
            assertThat(gains[0][2]).isZero();
        }
        assertThat(kept(new SelectFromModel(new GradientBoosting(20, 42)).fit(rows, "y"), rows))
                .containsExactly("tells");
    }

    @Test
    void whatALeakGaveIsLostWithoutIt() {
        var wine = table("imb_2d");
        var leak = wine.column("y").copy().setName("leak");
        var rows = wine.copy().addColumns(leak);
        int half = rows.rowCount() / 2;
        var train = rows.inRange(0, half);
        var test = rows.inRange(half, rows.rowCount());
        var report = LeakageCheck.of("y").check(train, test);

        assertThat(Ablation.suspects(report)).containsExactly("leak");
        var lost = Ablation.of(TRAINER, train, test, "y", List.of("leak"));
        var alone = TRAINER.fit(train.rejectColumns("leak"), "y");
        double honest = Report.of(alone, test).rocAuc();
        assertThat(lost.doubleColumn("score").get(0)).isCloseTo(1, within(1e-9));
        assertThat(lost.doubleColumn("score").get(1)).isEqualTo(honest);
        assertThat(lost.doubleColumn("change").get(1)).isCloseTo(honest - 1, within(1e-9));
        assertThatThrownBy(() -> Ablation.of(TRAINER, train, test, "y", List.of("y")))
                .hasMessageStartingWith("column 'y' is the label");
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var wine = table("wine");

        assertThatThrownBy(() -> new SelectFromModel(new DecisionTree(2, 42)).fit(wine, "y"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "DecisionTree does not tell what its columns count; take a LogisticRegression, LinearRegression or GradientBoosting, or let PermutationImportance mix each column");
        assertThatThrownBy(
                        () ->
                                new SelectFromModel(TRAINER)
                                        .above(Threshold.NUMBER, 1e6)
                                        .fit(wine, "y"))
                .hasMessageStartingWith("no column counts 1000000.0 or more, the most is ")
                .hasMessageEndingWith("; lower the threshold");
        assertThatThrownBy(() -> new RfeCv(TRAINER, 0, 5, 42))
                .hasMessage("minFeatures must be at least 1, got 0");
    }
}
