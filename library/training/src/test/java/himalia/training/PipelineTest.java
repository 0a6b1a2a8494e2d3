package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Report;
import himalia.features.FittedStep;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.sampling.EditedNearestNeighbours;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.Smote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PipelineTest {
    @Test
    void textsAndMissingCellsReachAModelThatTakesNumbers() {
        var mixed = table("mixed");
        var train = mixed.inRange(0, 150);
        var test = mixed.inRange(150, mixed.rowCount());
        var pipeline =
                Pipeline.of(
                                new SimpleImputer(),
                                new OneHotEncoder(OneHotEncoder.Unknown.IGNORE),
                                new StandardScaler())
                        .train(new LogisticRegression(1.0));

        try (var model = pipeline.fit(train, "y")) {
            assertThat(model.schema().featureNames())
                    .containsExactly("amount", "age", "colour", "city");
            assertThat(model.schema().features().get(2).type()).isEqualTo(Feature.Type.CATEGORY);
            assertThat(Report.of(model, test).rows()).isEqualTo(test.rowCount());
            var all = model.predict(test);
            for (int row = 0; row < test.rowCount(); row++) {
                assertThat(model.predict(test.rows(row)).probabilities(0))
                        .containsExactly(all.probabilities(row));
            }
        }
    }

    @Test
    void itIsWhatItsPartsAreByHand() {
        var train = heldOut("bc_imbalanced", false);
        var test = heldOut("bc_imbalanced", true);
        var scaler = new StandardScaler().fit(train, "y");
        var sampled = new Smote(5, 42).resample(scaler.apply(train), "y");
        var byHand = new LogisticRegression(1.0).fit(sampled, "y");

        var model =
                Pipeline.of(new StandardScaler())
                        .then(new Smote(5, 42))
                        .train(new LogisticRegression(1.0))
                        .fit(train, "y");

        assertThat(model.predict(test)).isEqualTo(byHand.predict(scaler.apply(test)));
    }

    @Test
    void stepsAndSamplersSeeTrainingRowsOnly() {
        var seen = new ArrayList<Table>();
        var watched = new StandardScaler();
        Step watching =
                features -> {
                    seen.add(features.copy());
                    return watched.fit(features);
                };
        var train = heldOut("bc_imbalanced", false);
        var test = heldOut("bc_imbalanced", true);

        var model =
                Pipeline.of(watching)
                        .then(new RandomOverSampler(42))
                        .train(new LogisticRegression(1.0))
                        .fit(train, "y");

        assertThat(model.predict(test).size()).isEqualTo(test.rowCount());
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).rowCount()).isEqualTo(train.rowCount());
        assertThat(seen.get(0).columnNames()).doesNotContain("y");
        assertThat(model.provenance().rows().countIn(train)).isEqualTo(train.rowCount());
        assertThat(model.provenance().rows().countIn(test)).isZero();
        assertThat(model.provenance().rows().rows()).isEqualTo(train.rowCount());
    }

    @Test
    void itsSettingsAndItsTextNameEveryPart() {
        var pipeline =
                Pipeline.of(new SimpleImputer())
                        .then(new Smote(5, 42))
                        .train(new LogisticRegression(1.0));

        assertThat(pipeline)
                .hasToString(
                        "Pipeline[SimpleImputer[strategy=MEAN, fill=, columns=[]], Smote[neighbours=5, strategy=auto, seed=42], LogisticRegression[c=1.0, balanced=false]]");
        assertThat(pipeline.settings())
                .containsEntry("steps", "SimpleImputer, Smote, LogisticRegression")
                .containsEntry("simpleimputer__strategy", "MEAN")
                .containsEntry("smote__neighbours", "5")
                .containsEntry("logisticregression__c", "1.0");
    }

    /** The names are those of scikit-learn's make_pipeline. */
    @Test
    void equalPartsAreToldApartByTheirNumbers() {
        var pipeline =
                Pipeline.of(
                                new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT),
                                new SimpleImputer(SimpleImputer.Strategy.MEDIAN))
                        .train(new LogisticRegression(1.0));

        assertThat(pipeline.settings())
                .containsEntry("simpleimputer-1__strategy", "MOST_FREQUENT")
                .containsEntry("simpleimputer-2__strategy", "MEDIAN")
                .containsEntry("logisticregression__c", "1.0");
    }

    @Test
    void aSlipInAPartIsToldAsThePartTellsIt() {
        var pipeline = Pipeline.of(new StandardScaler()).train(new LogisticRegression(1.0));

        assertThatThrownBy(() -> pipeline.fit(table("mixed").selectColumns("amount", "y"), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column 'amount' has ")
                .hasMessageContaining("missing values, and LogisticRegression takes none");
        assertThatThrownBy(() -> pipeline.fit(table("wine"), "why"))
                .hasMessageStartingWith("no column 'why'");
        var model = pipeline.fit(table("wine"), "y");
        assertThatThrownBy(() -> model.predict(Table.create("t")))
                .hasMessageStartingWith("no column 'alcohol'");
    }

    @Test
    void aStepOfOnesOwnIsALambda() {
        Step drop = features -> new Dropped(features.columnNames().get(0));
        var model =
                Pipeline.of(drop)
                        .train(new LogisticRegression(1.0))
                        .fit(heldOut("wine", false), "y");

        assertThat(Report.of(model, heldOut("wine", true)).accuracy()).isGreaterThan(0.9);
    }

    private record Dropped(String column) implements FittedStep {
        @Override
        public Step step() {
            return features -> this;
        }

        @Override
        public List<Feature> reads() {
            return List.of(Feature.number(column));
        }

        @Override
        public Table apply(Table table) {
            return table.rejectColumns(column);
        }

        @Override
        public Provenance provenance() {
            return Provenance.UNKNOWN;
        }
    }

    @Test
    void aSamplerThatLeavesOneClassIsNamed() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", IntStream.range(0, 30).asDoubleStream()),
                        StringColumn.create(
                                "y",
                                IntStream.range(0, 30).mapToObj(i -> i % 3 == 1 ? "pos" : "neg")));
        var cleaned = new EditedNearestNeighbours().resample(rows, "y");
        assertThat(cleaned.stringColumn("y").unique().asList()).containsExactly("pos");

        assertThatThrownBy(
                        () ->
                                Pipeline.of(new EditedNearestNeighbours())
                                        .train(new LogisticRegression(1.0))
                                        .fit(rows, "y"))
                .hasMessage(
                        "label 'y' has one class only, 'pos', in 10 rows; a model needs at least two to tell apart; EditedNearestNeighbours left no row of the others: take another strategy, fewer neighbours where there are some, or a sampler that only adds");
    }
}
