package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.folds.GroupKFold;
import himalia.features.ColumnTransformer;
import himalia.features.ColumnTransformer.Kind;
import himalia.features.FeatureCrosses;
import himalia.features.FeatureUnion;
import himalia.features.MinMaxScaler;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.reference.ModelReference;
import himalia.sampling.NearestMean;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AblationTest {
    private static final Table ROWS = rows();

    private static Table rows() {
        var random = new Random(4);
        var tip = StringColumn.create("tip");
        var x = DoubleColumn.create("x");
        var z = DoubleColumn.create("z");
        var y = IntColumn.create("y");
        for (int i = 0; i < 80; i++) {
            tip.append(i % 4 == 0 ? "leaked" : "no");
            x.append(random.nextGaussian() + i % 4 / 3);
            z.append(random.nextGaussian());
            y.append(i % 4 == 0 ? 1 : 0);
        }
        return Table.create("rows", tip, x, z, y);
    }

    static List<Step> stepsThatNameTheTip() {
        return List.of(
                ColumnTransformer.of(List.of("tip"), new OneHotEncoder())
                        .and(Kind.NUMBERS, new StandardScaler()),
                ColumnTransformer.of(List.of("tip"), new OneHotEncoder("tip"))
                        .and(List.of("x", "z"), new StandardScaler("x", "z")),
                FeatureUnion.of(new OneHotEncoder("tip"), new StandardScaler("x", "z")));
    }

    @Test
    void aModelLearnsAgainFromTheColumnsThatItReads() {
        var reads = ROWS.selectColumns("x", "z", "y");
        var model = new NearestMean().fit(reads, "y");

        var table = Ablation.of(model, ROWS, ROWS, "y", List.of("tip", "x"));

        var expected = Ablation.of(new NearestMean(), reads, reads, "y", List.of("x"));
        assertThat(table.doubleColumn("score").get(0))
                .isEqualTo(expected.doubleColumn("score").get(0));
        assertThat(table.doubleColumn("score").get(1))
                .isEqualTo(expected.doubleColumn("score").get(0));
        assertThat(table.stringColumn("says").get(1)).isEqualTo("the model does not read it");
        assertThat(table.doubleColumn("score").get(2))
                .isEqualTo(expected.doubleColumn("score").get(1));
    }

    /** The patient says which rows belong together, and is no feature. */
    @Test
    void aTrainerKeepsTheColumnsThatItCutsBy() {
        var rows =
                ROWS.copy()
                        .addColumns(
                                IntColumn.create(
                                        "patient",
                                        IntStream.range(0, ROWS.rowCount())
                                                .map(i -> i / 4)
                                                .toArray()));
        var trainer =
                new CalibratedClassifier(
                        new NearestMean(),
                        CalibratedClassifier.Method.SIGMOID,
                        new GroupKFold(4, "patient"));
        var model = trainer.fit(rows.rejectColumns("tip"), "y");

        var table = Ablation.of(model, rows, rows, "y", List.of("x"));

        assertThat(table.doubleColumn("score").countMissing()).isZero();
    }

    /** What it scores without the column is what the steps without its name score on a table that never had it. */
    @ParameterizedTest
    @MethodSource("stepsThatNameTheTip")
    void aPipelineWhoseStepNamesTheColumnIsTrainedWithoutIt(Step step) {
        var pipeline = Pipeline.of(step).train(new NearestMean());

        var table = Ablation.of(pipeline, ROWS, ROWS, "y", List.of("tip", "x"));

        var never = ROWS.rejectColumns("tip");
        var scaled = Pipeline.of(new StandardScaler("x", "z")).train(new NearestMean());
        assertThat(table.doubleColumn("score").get(0)).isGreaterThan(0.95);
        assertThat(table.doubleColumn("score").get(1))
                .isEqualTo(
                        Ablation.of(scaled, never, never, "y", List.of())
                                .doubleColumn("score")
                                .get(0));
        assertThat(table.doubleColumn("score").get(2)).isBetween(0.9, 1.0);
        assertThat(table.stringColumn("says").asList()).containsExactly("with all columns", "", "");
    }

    @Test
    void threeClassesAreScoredByTheMeanOfTheirAreas() {
        var iris = ModelReference.table("iris");
        iris.addColumns(iris.numberColumn("y").asDoubleColumn().setName("tip"));
        var trainer = Pipeline.of(new StandardScaler()).train(new NearestMean());

        var table = Ablation.of(trainer, iris, iris, "y", List.of("tip"));

        var honest = trainer.fit(iris.rejectColumns("tip"), "y");
        double score = Metric.named("roc_auc_ovr").of(Evaluation.of(honest, iris));
        assertThat(table.doubleColumn("score").get(0)).isGreaterThan(score);
        assertThat(table.doubleColumn("score").get(1)).isEqualTo(score);
        assertThat(table.doubleColumn("change").get(1)).isNegative();
    }

    @Test
    void whereThereIsNoScoreTheReasonIsTold() {
        var iris = ModelReference.table("iris");
        var names = iris.columnNames();

        var table =
                Ablation.of(new NearestMean(), iris, iris.first(100), "y", List.of(names.get(0)));

        var reason =
                "no area under the ROC curve, since no test row is of '2'; judge by rows of every class, as Split.stratified(table, \"y\", …) gives them";
        assertThat(table.stringColumn("says").asList())
                .containsExactly("with all columns: " + reason, reason);
        assertThat(table.doubleColumn("score").countMissing()).isEqualTo(2);
    }

    @Test
    void theOnlyColumnOfAStepTakesTheStepAlong() {
        var pipeline =
                Pipeline.of(new OneHotEncoder("tip"), new MinMaxScaler("x"))
                        .train(new NearestMean());

        assertThat(pipeline.without("tip"))
                .isEqualTo(Pipeline.of(new MinMaxScaler("x")).train(new NearestMean()));
        assertThat(pipeline.without("z")).isEqualTo(pipeline);
        assertThat(pipeline.naming("tip")).containsExactly("OneHotEncoder");
    }

    @Test
    void aStepThatCannotDoWithoutTheColumnIsNamed() {
        var wards = IntColumn.create("ward", ROWS.rowCount());
        for (int row = 0; row < wards.size(); row++) {
            wards.set(row, row % 3);
        }
        var rows = ROWS.copy().addColumns(wards);
        var crossed = new FeatureCrosses(List.of("tip", "ward"));
        var pipeline = Pipeline.of(crossed, new OneHotEncoder()).train(new NearestMean());

        var done = Ablation.of(pipeline, rows, rows, "y", List.of("ward"));

        assertThat(done.doubleColumn("score").isMissing(0)).isFalse();
        assertThat(done.stringColumn("says").get(1))
                .startsWith(
                        "FeatureCrosses names 'ward', and the pipeline cannot be trained without it; take one whose steps do not name it: ");
    }
}
