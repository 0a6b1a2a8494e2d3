package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.features.Pipeline;
import himalia.features.SimpleImputer;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicException;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.training.AdaBoost;
import himalia.training.Bagging;
import himalia.training.BalancedBagging;
import himalia.training.BalancedRandomForest;
import himalia.training.ClassWeighted;
import himalia.training.DecisionTree;
import himalia.training.DecisionTreeRegressor;
import himalia.training.DummyClassifier;
import himalia.training.DummyRegressor;
import himalia.training.EasyEnsemble;
import himalia.training.ElasticNet;
import himalia.training.EmbeddingNetwork;
import himalia.training.ExtraTrees;
import himalia.training.FocalBoosting;
import himalia.training.FocalLoss;
import himalia.training.GaussianNB;
import himalia.training.GradientBoosting;
import himalia.training.GradientBoostingRegressor;
import himalia.training.KNeighborsClassifier;
import himalia.training.KNeighborsRegressor;
import himalia.training.LinearRegression;
import himalia.training.LinearSgd;
import himalia.training.LogisticRegression;
import himalia.training.MultilayerPerceptron;
import himalia.training.NetworkOptions;
import himalia.training.RandomForest;
import himalia.training.RandomForestRegressor;
import himalia.training.Ridge;
import himalia.training.RusBoost;
import himalia.training.Stacking;
import himalia.training.Voting;
import himalia.training.XgboostForest;
import himalia.training.XgboostForestRegressor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TestRowsTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final Table train = ModelTables.rows(200, 1);
    private final Table test = ModelTables.rows(100, 2);

    private Table holes() {
        var holes = test.copy();
        holes.numberColumn("a").setMissing(3);
        return holes;
    }

    private Object line(String algorithm, Table judging) throws Exception {
        return new PicocliCatalog()
                .line(
                        notebook,
                        "train",
                        List.of(
                                algorithm,
                                "--label",
                                "y",
                                "--test",
                                new Value("test", judging),
                                new Value("train", train)));
    }

    @Test
    void whatTheModelWillRefuseIsRefusedBeforeItIsTrained() {
        assertThatThrownBy(() -> line("knn", holes()))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "%train: the test table cannot be read, so nothing is trained: column 'a' has 1 missing value, and KNeighborsClassifier takes none; put a SimpleImputer before it in a Pipeline, drop their rows, or use GradientBoosting, which takes them");
        var texts = test.copy();
        texts.replaceColumn(
                "b", StringColumn.create("b", test.column("b").asStringColumn().asList()));
        assertThatThrownBy(() -> line("xgboost", texts))
                .hasMessage(
                        "%train: the test table cannot be read, so nothing is trained: column 'b' holds text, and the model has learnt it as numbers");
        var other = test.copy();
        other.replaceColumn(
                "y",
                StringColumn.create(
                        "y", Stream.generate(() -> "maybe").limit(test.rowCount()).toList()));
        assertThatThrownBy(() -> line("xgboost", other))
                .hasMessageStartingWith(
                        "%train: the test table cannot be read, so nothing is trained: ")
                .hasMessageContaining("maybe");
    }

    private Stream<Trainer> ofClasses() {
        return Stream.of(
                new AdaBoost(new DecisionTree(1, 42), 3, 1),
                new BalancedRandomForest(3, 42),
                new DecisionTree(2, 42),
                new DummyClassifier(),
                new EasyEnsemble(2, 42),
                new EmbeddingNetwork(List.of(4), new NetworkOptions(1, 42)),
                new ExtraTrees(3, 42),
                new FocalBoosting(3, new FocalLoss(2), 42),
                new GaussianNB(),
                new GradientBoosting(3, 42),
                new KNeighborsClassifier(3),
                new LinearSgd(2, 0.1, 42),
                new LogisticRegression(1),
                new MultilayerPerceptron(List.of(4), 1, 42),
                new RandomForest(3, 42),
                new RusBoost(2, 42),
                new XgboostForest(3, 42),
                new Bagging(new GradientBoosting(3, 42), 2, 42),
                new Bagging(new DecisionTree(2, 42), 2, 42),
                new BalancedBagging(new GradientBoosting(3, 42), 2, 42),
                new BalancedBagging(new DecisionTree(2, 42), 2, 42),
                new ClassWeighted(new GradientBoosting(3, 42), ClassWeights.balanced(train, "y")),
                new ClassWeighted(new LogisticRegression(1), ClassWeights.balanced(train, "y")),
                new Voting(
                        List.of(
                                new BalancedBagging(new GradientBoosting(3, 42), 2, 42),
                                new Bagging(new XgboostForest(3, 42), 2, 42))),
                new Voting(List.of(new GradientBoosting(3, 42), new GaussianNB())),
                new Stacking(
                        List.of(new GradientBoosting(3, 42), new XgboostForest(3, 42)),
                        new LogisticRegression(1),
                        new StratifiedKFold(3, 42)));
    }

    private static Stream<Trainer> ofNumbers() {
        return Stream.of(
                new DecisionTreeRegressor(2),
                new DummyRegressor(),
                new ElasticNet(1, 0.5),
                new GradientBoostingRegressor(3, 42),
                new KNeighborsRegressor(3),
                new LinearRegression(1),
                new RandomForestRegressor(3, 42),
                new Ridge(1),
                new XgboostForestRegressor(3, 42));
    }

    /** The model itself is asked what it takes. */
    @Test
    void itForeseesWhatEachModelSays() {
        Stream.concat(ofClasses(), ofNumbers())
                .forEach(
                        trainer -> {
                            try (Model model = trainer.fit(train, "y")) {
                                assertThat(
                                                refuses(
                                                        () ->
                                                                new TestRows(holes())
                                                                        .check(
                                                                                trainer, train,
                                                                                "y")))
                                        .as(trainer.toString())
                                        .isEqualTo(refuses(() -> model.predict(holes())));
                            }
                        });
    }

    private static boolean refuses(Runnable asked) {
        try {
            asked.run();
            return false;
        } catch (IllegalArgumentException | MagicException e) {
            assertThat(e).hasMessageContaining("1 missing value");
            return true;
        }
    }

    @Test
    void whatAPipelineReadsIsLeftToIt() {
        var filled = Pipeline.of(new SimpleImputer()).train(new LogisticRegression(1));
        var voting = new Voting(List.of(filled, new GradientBoosting(3, 42)));
        var inner = new Bagging(new BalancedBagging(filled, 2, 42), 2, 42);

        assertThatCode(() -> new TestRows(holes()).check(filled, train, "y"))
                .doesNotThrowAnyException();
        assertThatCode(() -> new TestRows(holes()).check(voting, train, "y"))
                .doesNotThrowAnyException();
        assertThatCode(() -> new TestRows(holes()).check(inner, train, "y"))
                .doesNotThrowAnyException();
    }
}
