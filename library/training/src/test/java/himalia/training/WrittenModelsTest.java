package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.features.CyclicEncoder;
import himalia.features.FittedStep;
import himalia.features.Onnx;
import himalia.features.Pipeline;
import himalia.features.SimpleImputer;
import himalia.features.Step;
import himalia.features.TfidfVectorizer;
import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Trainer;
import himalia.onnx.OnnxAnswers;
import himalia.storage.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Every model answers the same in Java, by ONNX Runtime, and in DuckDB where it has a query. */
@Tag("once")
class WrittenModelsTest {
    /** Models of models, and networks: their queries would be larger than any table they are asked of. */
    private static final Set<Class<?>> WITHOUT_SQL =
            Set.of(
                    BlockModel.class,
                    EnsembleModel.class,
                    BoostedModel.class,
                    NetworkModel.class,
                    StackingModel.class);

    private static final Set<Class<?>> WITHOUT_ANY =
            Set.of(
                    BlockClassifier.class,
                    BlockRegressor.class,
                    CalibratedClassifier.class,
                    DummyClassifier.class,
                    DummyRegressor.class,
                    KNeighborsClassifier.class,
                    KNeighborsRegressor.class);

    static Stream<Trainer> trainers() {
        return TrainerContractTest.trainers()
                .filter(trainer -> !WITHOUT_ANY.contains(trainer.getClass()))
                .filter(
                        trainer ->
                                !(trainer instanceof Voting voting
                                        && voting.by() == Voting.By.MAJORITY));
    }

    @Test
    void whatHasNoFormIsRefusedByItsName() {
        var formless =
                TrainerContractTest.trainers()
                        .filter(trainer -> WITHOUT_ANY.contains(trainer.getClass()));
        assertThat(formless)
                .isNotEmpty()
                .allSatisfy(
                        trainer -> {
                            try (var model = trainer.fit(heldOut("breast_cancer", false), "y")) {
                                assertThatThrownBy(() -> Onnx.bytes(model))
                                        .hasMessageStartingWith(
                                                trainer.name() + " has no form in ONNX; ");
                                assertThatThrownBy(() -> model.sql("homes"))
                                        .hasMessageStartingWith(
                                                trainer.name() + " has no form in SQL; ");
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void classesAreTheSame(Trainer trainer) throws Exception {
        for (var data : List.of("breast_cancer", "iris")) {
            try (var model = trainer.fit(heldOut(data, false), "y")) {
                assertSame(model, heldOut(data, true));
            }
        }
    }

    static Stream<Trainer> regressors() {
        return RegressorContractTest.trainers()
                .filter(trainer -> !WITHOUT_ANY.contains(trainer.getClass()));
    }

    @ParameterizedTest
    @MethodSource("regressors")
    void numbersAreTheSame(Trainer trainer) throws Exception {
        try (var model = trainer.fit(heldOut("diabetes", false), "y")) {
            assertSame(model, heldOut("diabetes", true));
        }
    }

    private static void assertSame(Model model, Table rows) throws Exception {
        if (model instanceof BlockModel) {
            WrittenModels.assertNearByOnnx(model, rows);
        } else {
            WrittenModels.assertSameByOnnx(model, rows);
        }
        if (WITHOUT_SQL.contains(model.getClass())) {
            assertThatThrownBy(() -> model.sql("homes"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(
                            "%s has no form in SQL; predict in Java, or train what has one, such as LogisticRegression or GradientBoosting"
                                    .formatted(model.trainer().name()));
        } else {
            WrittenModels.assertSameBySql(model, rows);
        }
    }

    @Test
    void boostedTreesGoTheSameWayWhereACellIsMissing() throws Exception {
        var rows = heldOut("breast_cancer", false);
        for (int row = 0; row < rows.rowCount(); row += 3) {
            rows.column(row % 30).setMissing(row);
        }
        try (var model = new GradientBoosting(20, 42).fit(rows, "y")) {
            assertSame(model, rows);
        }
    }

    /** Hours that lie opposite each other have one sine, and trees cut between such. */
    @Test
    void treesOfACircleAnswerAlike() throws Exception {
        var hours = DoubleColumn.create("hour");
        var kind = StringColumn.create("kind");
        var random = new Random(1);
        for (int row = 0; row < 480; row++) {
            hours.append(row % 24);
            kind.append(random.nextDouble() < (row % 24 < 8 ? 0.7 : 0.3) ? "p" : "n");
        }
        var rows = Table.create("homes", hours, kind);
        for (var trainer :
                List.of(
                        new GradientBoosting(30, 1),
                        new DecisionTree(4, 1),
                        new BalancedRandomForest(20, 1))) {
            try (var model =
                    Pipeline.of(new CyclicEncoder(24, List.of("hour")))
                            .train(trainer)
                            .fit(rows, "kind")) {
                assertSame(model, rows);
            }
        }
    }

    @Test
    void anotherReaderKnowsEveryFieldOfTheFile() throws Exception {
        try (var model = new GradientBoosting(3, 42).fit(heldOut("iris", false), "y")) {
            var file = OnnxMl.ModelProto.parseFrom(Onnx.bytes(model));

            assertThat(file.getIrVersion()).isEqualTo(8);
            assertThat(file.getOpsetImportList())
                    .extracting(each -> each.getDomain() + " " + each.getVersion())
                    .containsExactly(" 17", "ai.onnx.ml 3");
            assertThat(file.getMetadataProps(0).getValue()).isEqualTo("[\"0\",\"1\",\"2\"]");
            assertThat(file.getGraph().getOutputList())
                    .extracting(OnnxMl.ValueInfoProto::getName)
                    .containsExactly("prediction", "probabilities");
            var unknown =
                    file.getGraph().getNodeList().stream().map(node -> node.getUnknownFields());
            assertThat(unknown.allMatch(fields -> fields.asMap().isEmpty())).isTrue();
            assertThat(file.getUnknownFields().asMap()).isEmpty();
        }
    }

    @Test
    void truthsAreNumbersAndAMissingCellEndsTheRun() throws Exception {
        var rows =
                Table.create(
                        "homes",
                        BooleanColumn.create("garden", true, false, true, false),
                        DoubleColumn.create("size", 1, 2, 3, 5),
                        StringColumn.create("sold", "yes", "no", "yes", "no"));
        try (var model = new LogisticRegression(1.0).fit(rows, "sold")) {
            assertSame(model, rows);
            rows.column("garden").setMissing(1);
            assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(model), rows))
                    .hasMessageContaining("LogisticRegression takes no missing cells");
            assertThatThrownBy(() -> WrittenModels.query(model, rows))
                    .hasMessageContaining(
                            "LogisticRegression takes no missing cells, and column 'garden' has one");
        }
    }

    /** Texts that say the same twice as often have the same weights, and trees cut nowhere between them. */
    @Test
    void treesOfTextsAnswerAlike() throws Exception {
        var random = new Random(3);
        var notes = StringColumn.create("note");
        var kind = StringColumn.create("kind");
        for (int row = 0; row < 900; row++) {
            var text = new StringBuilder();
            for (int word = random.nextInt(9); word > 0; word--) {
                text.append(List.of("slow ", "price ", "great ", "call ").get(random.nextInt(4)));
            }
            notes.append(text.toString());
            kind.append(
                    random.nextGaussian() > (text.indexOf("slow") < 0 ? 0.5 : -0.5) ? "p" : "n");
        }
        var rows = Table.create("homes", notes, kind);
        try (var model =
                Pipeline.of(new TfidfVectorizer("note"))
                        .train(new BalancedRandomForest(20, 3))
                        .fit(rows.inRange(0, 600), "kind")) {
            assertSame(model, rows.inRange(600, 900));
        }
    }

    /** A step of one's own, which does not say how it is written. */
    private record Own(String column) implements FittedStep {
        @Override
        public Step step() {
            return new Step() {
                @Override
                public FittedStep fit(Table features) {
                    return Own.this;
                }

                @Override
                public String name() {
                    return "Own";
                }
            };
        }

        @Override
        public List<Feature> reads() {
            return List.of();
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
    void aStepWithoutAFormIsNamedAndNoFileIsMade(@TempDir Path folder) throws Exception {
        var rows =
                Table.create(
                        "homes",
                        StringColumn.create("city", "Oslo", "Rome", "Oslo", "Bonn"),
                        DoubleColumn.create("size", 1, 2, 3, 5),
                        StringColumn.create("sold", "yes", "no", "yes", "no"));
        var file = folder.resolve("model.onnx");
        var pipeline =
                Pipeline.of(new SimpleImputer(), new Own("city").step())
                        .train(new LogisticRegression(1.0));
        try (var model = pipeline.fit(rows, "sold")) {
            assertThatThrownBy(() -> Onnx.write(model, file))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(
                            "Own has no form in ONNX: its fitted step does not write one; apply it to the table, and write the steps and the model behind it");
            assertThatThrownBy(() -> model.sql("homes"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(
                            "Own has no form in SQL: its fitted step does not write one; apply it to the table, and write the steps and the model behind it");
        }
        assertThat(Files.exists(file)).isFalse();
        try (var model = new LogisticRegression(1.0).fit(rows.rejectColumns("city"), "sold")) {
            Onnx.write(model, file);
            assertThat(Files.readAllBytes(file)).isEqualTo(Onnx.bytes(model));
        }
    }

    /** DuckDB has NaN above all numbers, Java has it missing. */
    @Test
    void notANumberIsMissingInTheDatabaseToo() {
        var rows =
                Table.create(
                        "homes",
                        DoubleColumn.create("size", 1, 2, Double.NaN, 4, 5, Double.NaN, 7, 8),
                        StringColumn.create("sold", "n", "n", "n", "n", "y", "n", "y", "y"));
        var from = "(SELECT * REPLACE (coalesce(size, 'NaN'::DOUBLE) AS size) FROM homes)";
        try (var model = new GradientBoosting(20, 42).fit(rows, "sold");
                var database = Sql.open()) {
            var asked = database.with("homes", rows).query(model.sql(from));

            assertThat(asked.stringColumn("prediction").asList())
                    .isEqualTo(model.predict(rows).labels());
        }
        var whole = rows.dropRowsWithMissingValues();
        try (var model = new LogisticRegression(1.0).fit(whole, "sold");
                var database = Sql.open()) {
            assertThatThrownBy(() -> database.with("homes", rows).query(model.sql(from)))
                    .hasMessageContaining("LogisticRegression takes no missing cells");
        }
    }

    /** Of one column whose numbers alternate between eight classes, a tree has a leaf a row. */
    @Test
    void aTreeCountsForEachClassItIsWrittenFor() {
        var rows =
                Table.create(
                        DoubleColumn.create(
                                "x", IntStream.range(0, 4_000).mapToDouble(i -> i).toArray()),
                        IntColumn.create("y", IntStream.range(0, 4_000).map(i -> i % 8).toArray()));
        try (var model = new DecisionTree(0, 42).fit(rows, "y")) {
            assertThatThrownBy(() -> model.sql("homes"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(
                            "the trees have 32,000 leaves, each counted for every class that it tells of, and a query in SQL is sane up to 20,000; take fewer or lower trees, or write the model as ONNX, Onnx.write(model, file)");
        }
    }

    /** Queries hand their numbers on under a name that a column of the table may have. */
    @Test
    void aColumnMayBeCalledAsTheListOfAQueryIs() {
        var random = new Random(8);
        var rows =
                Table.create(
                        "homes",
                        DoubleColumn.create("size", random.doubles(60).toArray()),
                        DoubleColumn.create("(list)", random.doubles(60).toArray()),
                        StringColumn.create(
                                "kind",
                                IntStream.range(0, 60).mapToObj(i -> "abc".charAt(i % 3) + "")));
        var trainers =
                List.of(new LogisticRegression(1.0), new GaussianNB(), new DecisionTree(3, 42));
        for (var trainer : trainers) {
            for (var read : List.of(rows, rows.rejectColumns("(list)"))) {
                try (var model = trainer.fit(read, "kind")) {
                    WrittenModels.assertSameBySql(model, rows);
                }
            }
        }
        try (var model = trainers.get(0).fit(rows.rejectColumns("(list)"), "kind")) {
            assertThat(WrittenModels.query(model, rows).doubleColumn("(list)_1").asDoubleArray())
                    .isEqualTo(rows.doubleColumn("(list)").asDoubleArray());
        }
    }
}
