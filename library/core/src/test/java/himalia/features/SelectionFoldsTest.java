package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Scoring;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.folds.GroupKFold;
import himalia.sampling.NearestMean;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What selections do where folds, or trainers that cut their rows, do not fit. */
class SelectionFoldsTest {
    private static Table table(String... labels) {
        var random = new Random(7);
        var table = Table.create("rows");
        for (var name : List.of("a", "b", "c")) {
            table.addColumns(
                    DoubleColumn.create(
                            name,
                            IntStream.range(0, labels.length)
                                    .mapToDouble(
                                            i ->
                                                    random.nextGaussian()
                                                            + (name.equals("b")
                                                                    ? 2 * labels[i].hashCode() % 7
                                                                    : 0))
                                    .toArray()));
        }
        return table.addColumns(StringColumn.create("y", labels));
    }

    private static String[] labels(int rows, int rare) {
        return IntStream.range(0, rows)
                .mapToObj(i -> i < rare ? "rare" : i % 2 == 0 ? "p" : "q")
                .toArray(String[]::new);
    }

    @Test
    void aScoreThatIsUndefinedInAFoldIsRefused() {
        var rows = table(labels(40, 3));

        assertThatThrownBy(
                        () ->
                                new RfeCv(
                                                new NearestMean(),
                                                1,
                                                5,
                                                Scoring.ROC_AUC_OVR,
                                                Rfe.By.PERMUTATION,
                                                42)
                                        .fit(rows, "y"))
                .hasMessageContaining("roc_auc_ovr")
                .hasMessageContaining("undefined");
        assertThatThrownBy(
                        () ->
                                new SequentialFeatureSelector(
                                                new NearestMean(),
                                                1,
                                                SequentialFeatureSelector.Direction.FORWARD,
                                                5,
                                                Scoring.ROC_AUC_OVR)
                                        .fit(rows, "y"))
                .hasMessageContaining("undefined in fold");
    }

    /** scikit-learn: n_splits=10 cannot be greater than the number of members in each class. */
    @Test
    void moreFoldsThanRowsOfAnyClassAreRefused() {
        var rows = table(labels(16, 0));

        assertThatThrownBy(() -> new RfeCv(new NearestMean(), 1, 10, 42).fit(rows, "y"))
                .hasMessage(
                        "no class has more than 8 rows, and there are 10 folds; take at most 8 folds");
        assertThatThrownBy(
                        () ->
                                new TargetEncoder(TargetEncoder.AUTO, 10, true, 42, List.of("city"))
                                        .fitApply(
                                                rows.copy()
                                                        .addColumns(
                                                                StringColumn.create(
                                                                        "city", labels(16, 5))),
                                                "y"))
                .hasMessageStartingWith(
                        "TargetEncoder encodes each row by the others, in 10 folds, and there may be 8 at most");
    }

    @Test
    void aColumnThatATrainerCutsByIsNoFeature() {
        var rows = table(labels(60, 0));
        rows.addColumns(
                IntColumn.create("patient", IntStream.range(0, 60).map(i -> i / 4).toArray()));
        var trainer =
                new CalibratedClassifier(
                        new NearestMean(),
                        CalibratedClassifier.Method.SIGMOID,
                        new GroupKFold(3, "patient"));

        var kept = new Rfe(trainer, 1, 42).fit(rows, "y").apply(rows);
        var added = new SequentialFeatureSelector(trainer, 1).fit(rows, "y").apply(rows);
        var best = new RfeCv(trainer, 1, 3, 42).fit(rows, "y").apply(rows);

        assertThat(kept.columnNames()).containsExactlyInAnyOrder("b", "y", "patient");
        assertThat(added.columnNames()).containsExactlyInAnyOrder("b", "y", "patient");
        assertThat(best.columnNames()).contains("b", "y", "patient");
        // What stands behind a selection may cut its rows as the trainer of that does.
        var pipeline = Pipeline.of(new Rfe(trainer, 1, 42)).train(trainer);
        assertThat(pipeline.fit(rows, "y").predict(rows).table().rowCount()).isEqualTo(60);
    }

    @Test
    void levelsThatAreOneNumberInOnnxAreNotWritten() {
        var rows =
                Table.create(
                        LongColumn.create("id", 9007199254740992L, 9007199254740993L),
                        StringColumn.create("y", "p", "q"));
        var step = new OneHotEncoder(List.of("id")).fit(rows, "y");

        assertThatThrownBy(() -> Onnx.bytes(step))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("column 'id'");
    }
}
