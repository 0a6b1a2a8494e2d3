package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.TrainedModel;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.Subcommands;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Trainer;
import himalia.training.Bagging;
import himalia.training.BoostingObjective;
import himalia.training.BoostingOptions;
import himalia.training.DecisionTree;
import himalia.training.DecisionTreeRegressor;
import himalia.training.DummyClassifier;
import himalia.training.DummyRegressor;
import himalia.training.ElasticNet;
import himalia.training.ExtraTrees;
import himalia.training.FocalLoss;
import himalia.training.GaussianNB;
import himalia.training.GradientBoosting;
import himalia.training.GradientBoostingRanker;
import himalia.training.GradientBoostingRanker.Objective;
import himalia.training.GradientBoostingRegressor;
import himalia.training.KNeighborsClassifier;
import himalia.training.KNeighborsRegressor;
import himalia.training.Lasso;
import himalia.training.LinearRegression;
import himalia.training.LinearSgd;
import himalia.training.LogisticRegression;
import himalia.training.MultilayerPerceptron;
import himalia.training.RandomForest;
import himalia.training.RandomForestRegressor;
import himalia.training.Ridge;
import himalia.training.Stacking;
import himalia.training.Voting;
import himalia.training.XgboostForest;
import himalia.training.XgboostForestRegressor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class TrainMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train = ModelTables.rows(200, 1);
    private final Table test = ModelTables.rows(100, 2);

    @Test
    void itGivesTheModelThatPlainJavaGives() throws Exception {
        var model = train("xgboost --label y --rounds 20");

        var twin = new GradientBoosting(20, 42).fit(train, "y");
        assertThat(model.trainer()).isEqualTo(twin.trainer());
        assertThat(model.predict(test)).isEqualTo(twin.predict(test));
        assertThat(notebook.shown()).isEmpty();
        assertThatThrownBy(model::report)
                .hasMessage(
                        "this model was trained without a test table, or interrupted; add --test to %train, or ask Evaluation.of(model, test)");
    }

    @Test
    void withATestTableItShowsAndCarriesAReport() throws Exception {
        var words = new ArrayList<Object>(List.of("linear", "--label", "y", "--test"));
        words.add(new Value("test", test));
        words.add(new Value("train", train));

        var model = (TrainedModel) catalog.line(notebook, "train", words);

        assertThat(notebook.shown())
                .singleElement()
                .asString()
                .startsWith("LogisticRegression on 100 rows, '1' positive: accuracy 0.9");
        assertThat(model.report().recall("1")).isGreaterThan(0.6);
    }

    @Test
    void everyAlgorithmTakesItsSettings() throws Exception {
        assertThat(
                        train(
                                        "xgboost --label y --rounds 5 --depth 2 --rate 0.1 --balanced --seed 7")
                                .trainer())
                .isEqualTo(new GradientBoosting(5, 2, 0.1, 1, true, 7));
        assertThat(train("linear --label y --c 0.5 --balanced").trainer())
                .isEqualTo(new LogisticRegression(0.5, true));
        assertThat(train("sgd --label y --epochs 3 --rate 0.2").trainer())
                .isEqualTo(new LinearSgd(3, 0.2, 42));
        assertThat(
                        train(
                                        "mlp --label y --hidden 8,4 --epochs 2 --rate 0.1 --batch 16 --patience 3")
                                .trainer())
                .isEqualTo(new MultilayerPerceptron(List.of(8, 4), 2, 0.1, 16, 3, 42));
        assertThat(train("mlp --label y --hidden 8 --epochs 2 --gamma 2").trainer())
                .isEqualTo(new MultilayerPerceptron(List.of(8), 2, 42).withLoss(new FocalLoss(2)));
    }

    @Test
    void anObjectiveSaysWhetherItTakesAParameter() {
        var line = "xgboost-regressor --label a --objective ";
        assertThatThrownBy(() -> train(line + "poisson --parameter 3"))
                .hasMessage(
                        "%train: --objective POISSON: the parameter of poisson must be 0: it has none, got 3.0; leave --parameter out");
        assertThatThrownBy(() -> train(line + "quantile"))
                .hasMessage(
                        "%train: --objective QUANTILE: alpha must be in (0, 1), got 0.0; give it by --parameter");
    }

    @Test
    void everyOtherAlgorithmTakesItsSettings() throws Exception {
        var lines =
                Map.<String, Trainer>ofEntries(
                        Map.entry(
                                "xgboost --label y --rounds 9 --monotone a=1 --monotone b=-1 --patience 3",
                                new GradientBoosting(9, 42)
                                        .with(
                                                BoostingOptions.NONE
                                                        .monotone("a", 1)
                                                        .monotone("b", -1)
                                                        .earlyStopping(3, 0.1))),
                        Map.entry(
                                "xgboost-regressor --label a --rounds 9 --categorical y",
                                new GradientBoostingRegressor(9, 42)
                                        .with(BoostingOptions.NONE.categorical("y"))),
                        Map.entry(
                                "xgboost-regressor --label a --rounds 9 --objective quantile --parameter 0.9",
                                new GradientBoostingRegressor(9, 42)
                                        .by(BoostingObjective.quantile(0.9))),
                        Map.entry("dummy --label y", new DummyClassifier()),
                        Map.entry(
                                "dummy --label y --strategy most_frequent",
                                new DummyClassifier(DummyClassifier.Strategy.MOST_FREQUENT, 42)),
                        Map.entry(
                                "dummy-regressor --label a --strategy quantile --value 0.9",
                                new DummyRegressor(DummyRegressor.Strategy.QUANTILE, 0.9)),
                        Map.entry("dummy --label y --constant 1", new DummyClassifier("1")),
                        Map.entry("ridge --label a", new Ridge(1)),
                        Map.entry("lasso --label a --alpha 0.5", new Lasso(0.5)),
                        Map.entry("elastic-net --label a", new ElasticNet(1, 0.5)),
                        Map.entry(
                                "tree-regressor --label a --depth 2", new DecisionTreeRegressor(2)),
                        Map.entry(
                                "forest --label y --trees 3 --depth 2 --features 0.5 --seed 7",
                                new RandomForest(3, 2, 0.5, 7)),
                        Map.entry("extra-trees --label y --trees 3", new ExtraTrees(3, 42)),
                        Map.entry(
                                "forest-regressor --label a --trees 3",
                                new RandomForestRegressor(3, 42)),
                        Map.entry(
                                "xgboost-forest --label y --trees 3 --depth 0 --features 0.5",
                                new XgboostForest(3, 0, 0.8, 0.5, 42)),
                        Map.entry(
                                "xgboost-forest-regressor --label a --trees 3 --subsample 0.5",
                                new XgboostForestRegressor(3, 6, 0.5, 0.8, 42)),
                        Map.entry(
                                "knn --label y --neighbours 3 --by-distance",
                                new KNeighborsClassifier(3, true)),
                        Map.entry("knn-regressor --label a", new KNeighborsRegressor(5)),
                        Map.entry("naive-bayes --label y", new GaussianNB()),
                        Map.entry(
                                "bagging --label y --members 2",
                                new Bagging(new DecisionTree(0, 42), 2, 42)),
                        Map.entry(
                                "bagging --label y --members 2 --seed 7",
                                new Bagging(new DecisionTree(0, 7), 2, 7)));
        for (var line : lines.entrySet()) {
            assertThat(train(line.getKey()).trainer()).as(line.getKey()).isEqualTo(line.getValue());
        }
    }

    @Test
    void aRankerIsToldItsQuery() throws Exception {
        var queries = IntStream.range(0, train.rowCount()).map(row -> row / 10);
        train.addColumns(IntColumn.create("group", queries));

        var model =
                train(
                        "xgboost-ranker --label y --query group --rounds 9 --objective PAIRWISE --depth 2");

        var trainer =
                new GradientBoostingRanker(
                        9, 2, 0.3, 1, Objective.PAIRWISE, "group", BoostingOptions.NONE, 42);
        assertThat(model.trainer()).isEqualTo(trainer);
        assertThat(model.schema().featureNames()).doesNotContain("group");
        assertThatThrownBy(() -> train("xgboost-ranker --label y"))
                .hasMessageStartingWith("%train xgboost-ranker: --query is missing");
    }

    @Test
    void membersAreGivenOneByOne() throws Exception {
        var linear = new Value("linear", new LogisticRegression(1.0));
        var bayes = new Value("bayes", new GaussianNB());
        var table = new Value("train", train);
        var both = List.<Trainer>of(new LogisticRegression(1.0), new GaussianNB());
        var voting =
                (TrainedModel)
                        catalog.line(
                                notebook,
                                "train",
                                List.of(
                                        "voting",
                                        "--label",
                                        "y",
                                        "--member",
                                        linear,
                                        "--member",
                                        bayes,
                                        table));
        assertThat(voting.trainer()).isEqualTo(new Voting(both));
        var stacking =
                (TrainedModel)
                        catalog.line(
                                notebook,
                                "train",
                                List.of(
                                        "stacking",
                                        "--label",
                                        "y",
                                        "--member",
                                        linear,
                                        "--member",
                                        bayes,
                                        table));
        assertThat(stacking.trainer())
                .isEqualTo(
                        new Stacking(
                                both, new LogisticRegression(0.04), new StratifiedKFold(5, 42)));
        var seeded =
                (TrainedModel)
                        catalog.line(
                                notebook,
                                "train",
                                List.of(
                                        "stacking",
                                        "--label",
                                        "y",
                                        "--seed",
                                        "7",
                                        "--member",
                                        bayes,
                                        table));
        assertThat(seeded.trainer().settings())
                .containsEntry("splitter", new StratifiedKFold(5, 7).toString());
        assertThatThrownBy(() -> train("dummy --label y --strategy uniform --constant yes"))
                .hasMessage(
                        "%train: UNIFORM answers with no constant 'yes'; take new DummyClassifier(\"yes\")");
        for (var algorithm : List.of("voting", "stacking")) {
            assertThatThrownBy(() -> train(algorithm + " --label y"))
                    .hasMessageStartingWith(
                            "%train "
                                    + algorithm
                                    + ": --member is missing (Trainer of one; to be given several times). Example: %train "
                                    + algorithm
                                    + " --member {new GaussianNB()}");
        }
    }

    @Test
    void slipsAreOneMessageUnderTheMagicsName() {
        assertThatThrownBy(() -> train("linear --label y --rounds 5"))
                .hasMessageStartingWith(
                        "%train linear: no option '--rounds'; that is for focal, rus-boost, xgboost, ")
                .hasMessageContaining(". Options: --c, --balanced,");
        assertThatThrownBy(() -> train("xgboost --label z"))
                .hasMessage("%train: no column 'z' in table 'rows'. There are: a, b, y");
        assertThatThrownBy(() -> train("xgboost --label y --rounds 0"))
                .hasMessage("%train: rounds must be at least 1, got 0");
        assertThatThrownBy(() -> train("xgboost --lable y"))
                .hasMessageStartingWith(
                        "%train xgboost: no option '--lable'; did you mean --label?");
        assertThatThrownBy(() -> train("xgbost --label y"))
                .hasMessage(
                        "%train: no algorithm 'xgbost'; did you mean 'xgboost'? There are: "
                                + Subcommands.names(Algorithm.class)
                                + ". %train --help tells more.");
    }

    @Test
    void aWrongTableIsNamedByItsOptionAndBeforeTheTraining() {
        assertThatThrownBy(() -> train(new Value("num", 3), new Value("train", train)))
                .hasMessageStartingWith(
                        "%train xgboost: --test takes a Table, but 'num' is of type Integer.");
        assertThatThrownBy(() -> train(new Value("test", test), new Value("num", 3)))
                .hasMessageStartingWith(
                        "%train xgboost: TABLE takes a Table, but 'num' is of type Integer.");
        var narrow = new Value("narrow", test.rejectColumns("b"));
        assertThatThrownBy(() -> train(narrow, new Value("train", train)))
                .hasMessage("%train: no column 'b' in test table 'rows'. There are: a, y");
    }

    @Test
    void aNumberIsPredictedByARegressor() throws Exception {
        assertThat(train("linear-regression --label a --alpha 2").trainer())
                .isEqualTo(new LinearRegression(2));
        assertThat(train("xgboost-regressor --label a --rounds 5 --depth 2 --rate 0.1").trainer())
                .isEqualTo(new GradientBoostingRegressor(5, 2, 0.1, 1, 42));
        var words = new ArrayList<Object>(List.of("linear-regression", "--label", "a", "--test"));
        words.add(new Value("test", test));
        words.add(new Value("train", train));

        var model = (TrainedModel) catalog.line(notebook, "train", words);

        assertThat(notebook.shown())
                .singleElement()
                .asString()
                .startsWith("LinearRegression on 100 rows, predicting a\n");
        assertThat(model.regression().metrics()).containsKeys("r2", "rmse");
        assertThatThrownBy(() -> train("xgboost --label a"))
                .hasMessageContaining("LinearRegression (%train linear-regression)");
    }

    @Test
    void theAlgorithmStandsWhereverItIsWritten() throws Exception {
        var twin = new GradientBoosting(5, 42);
        assertThat(train("--label y --rounds 5 xgboost").trainer()).isEqualTo(twin);
        assertThat(train("--rounds=5 XGBoost --label=y").trainer()).isEqualTo(twin);
    }

    private void train(Value test, Value train) throws Exception {
        catalog.line(notebook, "train", List.of("xgboost", "--label", "y", "--test", test, train));
    }

    private TrainedModel train(String line) throws Exception {
        var words = new ArrayList<Object>(Arrays.asList(line.split(" ")));
        words.add(new Value("train", train));
        return (TrainedModel) catalog.line(notebook, "train", words);
    }
}
