package himalia.training;

import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Evaluation;
import himalia.evaluation.TrainedModel;
import himalia.features.Pipeline;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.UnsupervisedTrainer;
import himalia.reference.OurRecords;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every trainer without a label must do; a new one adds a line and gets every check. */
class UnsupervisedContractTest {
    @TempDir Path folder;

    static Stream<UnsupervisedTrainer> trainers() {
        return Stream.of(new KMeans(3, 42), new Hdbscan(5), new IsolationForest(30, 64, 0.1, 42));
    }

    private static Table wine() {
        return table("wine").rejectColumns("y");
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theSameSeedGivesTheSameModelAndALabelIsNotLookedAt(UnsupervisedTrainer trainer) {
        var wine = wine();
        var model = trainer.fit(wine);

        assertThat(trainer.fit(wine).predict(wine)).isEqualTo(model.predict(wine));
        assertThat(trainer.fit(table("wine"), "y").predict(wine)).isEqualTo(model.predict(wine));
        assertThat(model.schema().featureNames()).hasSize(13).doesNotContain("y");
        assertThat(model.provenance().seenIn(wine)).isEqualTo(178);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theAnswerForARowDoesNotDependOnTheOthers(UnsupervisedTrainer trainer) {
        var wine = wine();
        var model = trainer.fit(wine);
        var all = model.predict(wine).table();

        for (int row = 0; row < wine.rowCount(); row += 7) {
            assertThat(model.predict(wine.rows(row)).table().row(0).getObject(0))
                    .isEqualTo(all.row(row).getObject(0));
        }
        assertThat(model.predict(wine.emptyCopy()).size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void itAnswersAfterAFileAsBefore(UnsupervisedTrainer trainer) {
        var wine = wine();
        var model = Pipeline.of(new SimpleImputer(), new StandardScaler()).train(trainer).fit(wine);
        var file = folder.resolve("groups.model");
        model.save(file);

        var again = Model.load(file);

        assertThat(again.predict(wine)).isEqualTo(model.predict(wine));
        assertThat(again.trainer()).isEqualTo(model.trainer());
        assertThat(again.toString()).isEqualTo(model.toString());
        assertThat(again.schema()).isEqualTo(model.schema());
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void aPipelineLeavesItsLabelOut(UnsupervisedTrainer trainer) {
        var pipeline = Pipeline.of(new StandardScaler()).train(trainer);

        var labelled = pipeline.fit(table("wine"), "y");

        assertThat(labelled.schema()).isEqualTo(pipeline.fit(wine()).schema());
        assertThat(labelled.predict(wine())).isEqualTo(pipeline.fit(wine()).predict(wine()));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void slipsAreToldWithTheirValueAndTheWayOut(UnsupervisedTrainer trainer) {
        var wine = wine();
        assertThatThrownBy(() -> trainer.fit(wine.emptyCopy()))
                .hasMessage("the table has no rows; there is nothing to learn from");
        assertThatThrownBy(() -> trainer.fit(table("wine"), "lable"))
                .hasMessageStartingWith("no column 'lable'");
        var gap = Table.create(DoubleColumn.create("a", 1, 2, 3, Double.NaN, 4, 5, 6, 7));
        assertThatThrownBy(() -> trainer.fit(gap))
                .hasMessage(
                        "column 'a' has 1 missing value, and %s takes none; put a SimpleImputer before it in a Pipeline, or drop their rows"
                                .formatted(trainer.name()));
        var text = Table.create(StringColumn.create("city", "Oslo", "Rome", "Oslo"));
        assertThatThrownBy(() -> trainer.fit(text))
                .hasMessageContaining("put a OneHotEncoder before it in a Pipeline");
        var model = trainer.fit(wine);
        assertThatThrownBy(() -> Evaluation.of(model, table("wine")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a report takes what predicts a label, and " + trainer)
                .hasMessageContaining("; take a classifier such as LogisticRegression");
        assertThatThrownBy(() -> model.predict(wine).labels())
                .hasMessageStartingWith("these predictions are ");
        assertThat(trainer.toString()).startsWith(trainer.name() + "[");
    }

    @Test
    void whatNeedsALabelIsToldSo() {
        assertThatThrownBy(
                        () -> Pipeline.of(new StandardScaler()).train(new GaussianNB()).fit(wine()))
                .hasMessage("GaussianNB learns from a label; name it: fit(train, \"churned\")");
        assertThat(TrainedModel.of(new KMeans(3, 42), wine()).judged()).isEmpty();
    }

    /** Found by itself: what is not named here is trained, and cannot be saved. */
    @Test
    void everyTrainerIsHereAndMayBeSaved() {
        var all = OurRecords.implementing(UnsupervisedTrainer.class, TrainingTypes.class);
        assertThat(all)
                .as("add it to trainers() of UnsupervisedContractTest")
                .isSubsetOf(trainers().<Class<?>>map(Object::getClass).toList());
        assertThat(all).isSubsetOf(new TrainingTypes().types());
    }
}
