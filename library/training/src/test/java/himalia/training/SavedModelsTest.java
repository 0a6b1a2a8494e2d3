package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import himalia.evaluation.TrainedModel;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.Smote;
import himalia.sampling.Strategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Every model answers from its file as it did before, bit for bit. */
class SavedModelsTest {
    @TempDir Path folder;

    static Stream<Arguments> trainers() {
        return Stream.of(
                Arguments.of("wine", new GradientBoosting(20, 42)),
                Arguments.of("bc_imbalanced", new GradientBoosting(20, 4, 0.2, 0.8, true, 7)),
                Arguments.of("wine", new XgboostForest(10, 42)),
                Arguments.of("bc_imbalanced", new XgboostForest(10, 0, 0.7, 0.3, 7)),
                Arguments.of("diabetes", new XgboostForestRegressor(10, 42)),
                Arguments.of("wine", new LogisticRegression(1.0)),
                Arguments.of(
                        "wine",
                        new CalibratedClassifier(
                                new LogisticRegression(1.0),
                                CalibratedClassifier.Method.ISOTONIC,
                                new StratifiedKFold(3, 42))),
                Arguments.of(
                        "bc_imbalanced",
                        new CalibratedClassifier(
                                new LogisticRegression(1.0),
                                CalibratedClassifier.Method.TEMPERATURE,
                                new StratifiedKFold(5))),
                Arguments.of("bc_imbalanced", new FocalBoosting(20, FocalLoss.binary(0.75, 2), 42)),
                Arguments.of(
                        "bc_imbalanced",
                        new ClassWeighted(
                                new LogisticRegression(1.0),
                                ClassWeights.of(Map.of("0", 1.0, "1", 9.0)))),
                Arguments.of("bc_imbalanced", new LinearSgd(5, 0.1, 42)),
                Arguments.of("wine", new SgdClassifier()),
                Arguments.of("bc_imbalanced", new SgdClassifier()),
                Arguments.of("wine", new MultilayerPerceptron(List.of(8, 4), 5, 42)),
                Arguments.of(
                        "bc_imbalanced",
                        new MultilayerPerceptron(List.of(8), 5, 42)
                                .withLoss(FocalLoss.binary(0.75, 2))),
                Arguments.of(
                        "digits",
                        new ConvolutionalNetwork(
                                List.of(1, 8, 8),
                                List.of(4),
                                List.of(),
                                new NetworkOptions(1, 42))),
                Arguments.of(
                        "diabetes",
                        new ConvolutionalRegressor(
                                List.of(1, 2, 5),
                                List.of(4),
                                List.of(),
                                new NetworkOptions(1, 42))),
                Arguments.of("wine", new EmbeddingNetwork(List.of(8), new NetworkOptions(5, 42))),
                Arguments.of(
                        "diabetes", new EmbeddingRegressor(List.of(8), new NetworkOptions(5, 42))),
                Arguments.of("wine", new DecisionTree(0, 0.5, true, 42)),
                Arguments.of("bc_imbalanced", new BalancedRandomForest(10, 42)),
                Arguments.of(
                        "bc_imbalanced", new BalancedBagging(new LogisticRegression(1.0), 3, 42)),
                Arguments.of("bc_imbalanced", new EasyEnsemble(2, 42)),
                Arguments.of("bc_imbalanced", new RusBoost(10, 42)),
                Arguments.of("wine", new DummyClassifier(DummyClassifier.Strategy.STRATIFIED, 7)),
                Arguments.of("wine", new RandomForest(5, 42)),
                Arguments.of("wine", new KNeighborsClassifier(3, true)),
                Arguments.of("wine", new GaussianNB()),
                Arguments.of(
                        "wine",
                        new Voting(
                                List.of(new GaussianNB(), new DecisionTree(3, 1)),
                                Voting.By.MAJORITY)),
                Arguments.of("wine", new Bagging(new GaussianNB(), 3, 0.5, 0.5, 42)),
                Arguments.of(
                        "wine",
                        new Stacking(
                                List.of(new GaussianNB(), new GradientBoosting(5, 42)),
                                new LogisticRegression(1.0),
                                new StratifiedKFold(3, 42))),
                Arguments.of("diabetes", new KNeighborsRegressor(3)),
                Arguments.of("diabetes", new Voting(List.of(new Ridge(), new DummyRegressor()))),
                Arguments.of("wine", new ExtraTrees(5, 3, 0.5, 42)),
                Arguments.of("diabetes", new LinearRegression(3)),
                Arguments.of("diabetes", new Ridge()),
                Arguments.of("diabetes", new Lasso()),
                Arguments.of("diabetes", new ElasticNet()),
                Arguments.of("diabetes", new DecisionTreeRegressor()),
                Arguments.of("diabetes", new RandomForestRegressor(5, 42)),
                Arguments.of("diabetes", new DummyRegressor()),
                Arguments.of("diabetes", new GradientBoostingRegressor(20, 42)));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void itComesBackAsItWas(String data, Trainer trainer) {
        comesBack(trainer, heldOut(data, false), heldOut(data, true));
    }

    static Stream<Trainer> pipelines() {
        var start =
                Pipeline.of(
                        new SimpleImputer(SimpleImputer.Strategy.MEDIAN),
                        new OneHotEncoder(OneHotEncoder.Unknown.IGNORE),
                        new StandardScaler(List.of("age", "amount")));
        return Stream.of(
                start.then(new Smote(3, 42)).train(new LogisticRegression(1.0)),
                start.then(new RandomOverSampler(new Strategy("minority"), 1))
                        .train(new GradientBoosting(20, 42)),
                Pipeline.of(new OneHotEncoder(OneHotEncoder.Unknown.IGNORE))
                        .train(new GradientBoosting(20, 42)));
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void soDoesAPipelineWithTextsAndMissingCells(Trainer trainer) {
        var mixed = table("mixed");
        comesBack(trainer, mixed.inRange(0, 150), mixed.inRange(150, mixed.rowCount()));
    }

    private void comesBack(Trainer trainer, Table train, Table test) {
        var file = folder.resolve("deeper/the.model");
        try (var model = trainer.fit(train, "y")) {
            model.save(file);
            try (var again = Model.load(file)) {
                assertThat(again.predict(test)).isEqualTo(model.predict(test));
                assertThat(again.schema()).isEqualTo(model.schema());
                assertThat(again.trainer()).isEqualTo(trainer);
                assertThat(again.provenance()).isEqualTo(model.provenance());
                assertThat(again.provenance().rows().countIn(train)).isEqualTo(train.rowCount());
                assertThat(again).hasToString(model.toString());
            }
        }
    }

    @Test
    void theSameModelMakesTheSameFile() throws IOException {
        var one = folder.resolve("one");
        var other = folder.resolve("other");
        new GradientBoosting(5, 42).fit(heldOut("wine", false), "y").save(one);
        new GradientBoosting(5, 42).fit(heldOut("wine", false), "y").save(other);

        assertThat(other).hasSameBinaryContentAs(one);
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("one", "other");
        }
    }

    @Test
    void aJudgedModelIsSavedAsTheModelThatItIs() {
        var test = heldOut("wine", true);
        var file = folder.resolve("judged");
        var judged =
                TrainedModel.of(new LogisticRegression(1.0), heldOut("wine", false), "y", test);

        judged.save(file);

        assertThat(Model.load(file).predict(test)).isEqualTo(judged.predict(test));
    }

    @Test
    void aModelThatNoFileKnowsIsRefusedAndChangesNothing() throws IOException {
        var file = folder.resolve("mine");
        Files.writeString(file, "before");
        var known = new LogisticRegression(1.0).fit(heldOut("wine", false), "y");
        var mine =
                new Model() {
                    @Override
                    public Schema schema() {
                        return known.schema();
                    }

                    @Override
                    public Trainer trainer() {
                        return known.trainer();
                    }

                    @Override
                    public Predictions predict(Table table) {
                        return known.predict(table);
                    }
                };

        assertThatThrownBy(() -> mine.save(file))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("has no form to be saved in");
        Trainer named = (table, label) -> known;
        var pipeline = new Pipeline(List.of(), named).fit(heldOut("wine", false), "y");
        assertThatThrownBy(() -> pipeline.save(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no form in a model file");
        assertThat(file).hasContent("before");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | its format is not himalia-model",
                "{\"format\":\"himalia-model\",\"version\":2,\"model\":{}} | a later Himalia wrote it, in version 2 of the format; this one reads up to 1",
                "{\"format\":\"himalia-model\",\"version\":1,\"model\":{\"Tiger\":{}}} | it holds a 'Tiger', which no jar here knows; add the jar that the model was made with",
                "{\"format\":\"himalia-model\",\"version\":1,\"model\":{\"LogisticRegression\":{\"c\":1,\"balanced\":false}}} | a Model is wanted where it holds a LogisticRegression",
                "{\"format\":\"himalia-model\",\"version\":1,\"model\":{\"SavedWeights\":{}}} | its SavedWeights has no 'schema'",
                "{\"format\":\"himalia-model\",\"version\":1,\"model\":{\"Provenance\":{\"rows\":{\"columns\":[]},\"table\":\"\"}}} | its RowFingerprints has no 'hashes'",
                "{\"format\":\"himalia-model\",\"version\":1,\"model\":{\"Provenance\":{\"rows\":{\"hashes\":{}},\"table\":\"\"}}} | its array has no 'file'",
                "{\"format\":\"himalia-model\",\"version\":1,\"model\":{\"Provenance\":{\"rows\":{\"columns\":[],\"hashes\":{\"file\":\"9.bin\"}},\"table\":\"\"}}} | its file '9.bin' is missing",
                "{\"format\":\"himalia-model\",\"version\":1} | there is no model in it",
                "[1 | ",
            })
    void aFileThatHoldsNoModelIsRefused(String head, String why) throws IOException {
        var file = folder.resolve("bad.model");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(head.getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> Model.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " cannot be read as a model: ")
                .hasMessageContaining(why == null ? "" : why);
    }

    /** Regressors of the version before had no unit. */
    @Test
    void aModelOfAnOlderFormIsToBeTrainedAgain() throws IOException {
        var now = folder.resolve("now.model");
        new GradientBoostingRegressor(3, 42).fit(heldOut("diabetes", false), "y").save(now);
        var old = folder.resolve("old.model");
        try (var from = new ZipFile(now.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(old))) {
            for (var entry : from.stream().toList()) {
                var bytes = from.getInputStream(entry).readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("model.json")) {
                    var json = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
                    var trees = json.getAsJsonObject().getAsJsonObject("model");
                    trees.getAsJsonObject("SavedNumberTrees").remove("unit");
                    bytes = json.toString().getBytes(StandardCharsets.UTF_8);
                }
                to.write(bytes);
            }
        }

        assertThatThrownBy(() -> Model.load(old))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "its SavedNumberTrees has no 'unit', as this version's have; train the model again and save it");
    }

    @Test
    void aFileThatIsNoneOrNoZipIsRefused() throws IOException {
        var none = folder.resolve("none");
        assertThatThrownBy(() -> Model.load(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no file " + none);
        var text = Files.writeString(folder.resolve("text"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Model.load(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(text + " is no model file: it begins with '");
    }
}
