package himalia.magics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.folds.StratifiedKFold;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.SubcommandWord;
import himalia.magics.training.Algorithm;
import himalia.model.Regressor;
import himalia.search.SearchSpace;
import himalia.search.TrainerSearch;
import himalia.search.TrialState;
import himalia.search.Tuning;
import himalia.search.pruners.MedianPruner;
import himalia.search.samplers.RandomSearch;
import himalia.search.samplers.TpeSampler;
import himalia.training.DecisionTree;
import himalia.training.LogisticRegression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import tech.tablesaw.api.Table;

class TuneMagicTest {
    @TempDir private Path folder;

    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train = ModelTables.rows(120, 1);

    private Tuning tune(String... words) throws Exception {
        var all = new ArrayList<Object>(Arrays.asList(words));
        all.add(new Value("train", train));
        return (Tuning) catalog.line(new RecordingNotebook(folder), "tune", all);
    }

    @Test
    void itGivesWhatPlainJavaGives() throws Exception {
        var tuned =
                tune(
                        "tree",
                        "--label",
                        "y",
                        "--space",
                        "depth=int(1, 5)",
                        "--trials",
                        "12",
                        "--folds",
                        "3",
                        "--metric",
                        "f1",
                        "--pruner",
                        "median");

        var search =
                TrainerSearch.of(
                        new DecisionTree(0, 42), train, "y", new StratifiedKFold(3, 42), "f1");
        var twin =
                search.study(SearchSpace.of("depth=int(1, 5)"), new TpeSampler(42))
                        .with(new MedianPruner())
                        .run(12, search);
        assertThat(settings(tuned))
                .isEqualTo(twin.trials().stream().map(each -> (Object) each.settings()).toList());
        assertThat(tuned.study().best().value()).isEqualTo(twin.best().value());
        assertThat(tuned.trainer())
                .isEqualTo(new DecisionTree((int) twin.best().setting("depth"), 42));
        assertThat(tuned.bundle().text()).startsWith("12 trials");
        assertThat(tuned.bundle().data()).containsKeys("text/plain", "image/png");
    }

    private static List<Object> settings(Tuning tuning) {
        return tuning.study().trials().stream().map(each -> (Object) each.settings()).toList();
    }

    @Test
    void theAlgorithmsOwnSpaceIsSearchedWhereNoneIsGiven() throws Exception {
        var tuned = tune("linear", "--label", "y", "--trials", "3", "--folds", "2", "--balanced");
        assertThat(tuned.study().space()).hasToString("c=log(1.0E-4, 10000.0)");
        assertThat(tuned.trainer())
                .isEqualTo(
                        new LogisticRegression((double) tuned.study().best().setting("c"), true));

        for (var algorithm : ServiceLoader.load(Algorithm.class)) {
            if (!algorithm.space().isEmpty()) {
                line(algorithm).parseArgs(required(algorithm));
                checkSpace(algorithm);
                // An option that is left out otherwise may make another trainer.
                for (var option : line(algorithm).getCommandSpec().options()) {
                    if (option.defaultValue() == null && option.type() == Double.class) {
                        line(algorithm).parseArgs(option.longestName(), "2");
                        checkSpace(algorithm);
                    }
                }
            }
        }
    }

    private static String[] required(Algorithm algorithm) {
        return line(algorithm).getCommandSpec().options().stream()
                .filter(OptionSpec::required)
                .flatMap(option -> Stream.of(option.longestName(), given(option)))
                .toArray(String[]::new);
    }

    private static String given(OptionSpec option) {
        return option.longestName().equals("--shape") ? "1x8x8" : "given";
    }

    /** Then the trainer is inside of another one, whose settings are of processes. */
    @Test
    void theOwnSpaceOfATrainerOfSeveralProcessesIsThatOfWhatIsInside() {
        for (var words : List.of(List.of("--workers", "2"), List.of("--on", "localhost:8081"))) {
            for (var algorithm : ServiceLoader.load(Algorithm.class)) {
                if (line(algorithm).getCommandSpec().findOption(words.get(0)) != null) {
                    line(algorithm).parseArgs(words.toArray(String[]::new));
                    checkSpace(algorithm);
                    assertThat(SearchSpace.of(algorithm.space()).names())
                            .contains("trainer.rate")
                            .allMatch(name -> name.startsWith("trainer."));
                }
            }
        }
    }

    /** As magics read their lines. */
    private static CommandLine line(Algorithm algorithm) {
        return new CommandLine(algorithm).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** It is refused where it has what the trainer does not, and gives what its constructor takes. */
    private void checkSpace(Algorithm algorithm) {
        var space = SearchSpace.of(algorithm.space());
        var trainer = algorithm.trainer(42);
        var kind = trainer instanceof Regressor ? "rmse" : "accuracy";
        var metric = trainer.ranksWithin().isPresent() ? "ndcg" : kind;
        var search = TrainerSearch.of(trainer, train, "y", new StratifiedKFold(2, 42), metric);
        search.study(space, new RandomSearch(1));
        for (double place : new double[] {0, 0.5, Math.nextDown(1.0)}) {
            assertThat(search.trainer(space.at(name -> place))).isNotNull();
        }
    }

    @Test
    void aStudyThatIsThereIsGoneOnWith() throws Exception {
        var words = new String[] {"knn", "--label", "y", "--trials", "4", "--study", "knn.log"};
        assertThat(tune(words).study().trials()).hasSize(4);
        var again = tune(words).study();
        assertThat(again.trials()).hasSize(8);
        assertThat(again.history().of(TrialState.COMPLETE)).hasSize(8);
        assertThat(folder.resolve("knn.log")).isNotEmptyFile();
        words[0] = "tree";
        assertThatThrownBy(() -> tune(words))
                .hasMessageMatching(
                        "%tune: the values in .*knn.log are accuracy of KNeighborsClassifier.*, and those of this search would be accuracy of DecisionTree.*; begin another file");
    }

    @Test
    @Tag("once")
    void trialsInProcessesAreThoseOfThisOne() throws Exception {
        var words =
                new String[] {
                    "tree", "--label", "y", "--trials", "6", "--sampler", "random", "--folds", "2"
                };
        var more = Arrays.copyOf(words, words.length + 2);
        more[words.length] = "--processes";
        more[words.length + 1] = "2";
        assertThat(settings(tune(more))).isEqualTo(settings(tune(words)));
        assertThat(tune(more).study().best().value()).isEqualTo(tune(words).study().best().value());
    }

    /** However few trials there are, and for whatever reasons they fail. */
    @Test
    void aSearchOfWhichEveryTrialHasFailedIsAnError() {
        assertThatThrownBy(
                        () ->
                                tune(
                                        "knn",
                                        "--label",
                                        "y",
                                        "--trials",
                                        "4",
                                        "--folds",
                                        "2",
                                        "--space",
                                        "neighbours=int(61, 90)"))
                .isInstanceOf(MagicException.class)
                .hasMessageStartingWith("%tune: all 4 trials have failed: 1 with Illegal");
        assertThatThrownBy(
                        () ->
                                tune(
                                        "knn",
                                        "--label",
                                        "y",
                                        "--trials",
                                        "1",
                                        "--folds",
                                        "2",
                                        "--space",
                                        "neighbours=int(61, 90)"))
                .isInstanceOf(MagicException.class)
                .hasMessageStartingWith("%tune: the only trial has failed with Illegal");
    }

    @Test
    void slipsAreAnsweredBeforeAnythingIsTrained() {
        assertThatThrownBy(() -> tune("dummy", "--label", "y"))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "%tune: this algorithm has no settings of its own to search; say which by --space, such as \"NAME=int(2,8)\"");
        assertThatThrownBy(() -> tune("tree", "--label", "y", "--space", "depth=int(8,2)"))
                .hasMessage(
                        "%tune: 'depth': the bounds of a range come with the lower one first, got 8 and 2");
        assertThatThrownBy(() -> tune("tree", "--label", "y", "--space", "eta=log(0.01,1)"))
                .hasMessage(
                        "%tune: DecisionTree has no setting 'eta'; it has: depth, features, entropy, seed");
        for (var words : List.of(List.of("--label", "y"), List.of("--help"))) {
            var line = new ArrayList<>(words);
            line.add(0, "kmeans");
            assertThatThrownBy(() -> tune(line.toArray(String[]::new)))
                    .isInstanceOf(MagicException.class)
                    .hasMessageStartingWith("%tune: KMeans learns without a label");
        }
        assertThatThrownBy(() -> tune("tree", "--label", "y", "--metric", "f2"))
                .hasMessageStartingWith("%tune: no metric 'f2'; there are: ");
        assertThatThrownBy(() -> tune("tree", "--label", "y", "--metric", "rmse"))
                .hasMessageStartingWith(
                        "%tune: rmse judges numbers, and DecisionTree tells classes apart; take one of accuracy, ");
        assertThatThrownBy(() -> tune("knn-regressor", "--label", "y", "--metric", "f1"))
                .hasMessageStartingWith(
                        "%tune: f1 judges classes, and KNeighborsRegressor predicts numbers; take one of explained_variance, ");
        assertThatThrownBy(() -> tune("tree", "--label", "y", "--sampler", "bayes"))
                .hasMessageContaining("'bayes'");
        assertThatThrownBy(() -> tune("tree", "--label", "y", "--population", "10"))
                .hasMessage(
                        "%tune: --population is of --sampler evolution and cma_es, and no other has one; leave it out");
        assertThatThrownBy(
                        () ->
                                tune(
                                        "tree",
                                        "--label",
                                        "y",
                                        "--sampler",
                                        "evolution",
                                        "--population",
                                        "1"))
                .hasMessage("%tune: population must be at least 2, got 1");
    }

    /** Of which the one for all algorithms tells nothing. */
    @Test
    void theExampleOfAnAlgorithmIsOneOfItself() {
        assertThatThrownBy(() -> tune("cnn-regressor", "--label", "y"))
                .isInstanceOf(MagicException.class)
                .hasMessageEndingWith(
                        ". Example: %tune cnn-regressor --label eaten --shape 1x8x8 train");
        assertThatThrownBy(() -> tune("stacking", "--label", "y"))
                .hasMessageEndingWith(
                        ". Example: %tune stacking --member {new GaussianNB()} --member {new RandomForest(100, 42)} --label y train");
        assertThatThrownBy(() -> tune("forest"))
                .hasMessageEndingWith(". Example: %tune forest --label y train");
        assertThatThrownBy(() -> tune("linear"))
                .hasMessageEndingWith(". Example: %tune linear --label churned --balanced train");
        assertThatThrownBy(() -> tune("xgboost"))
                .hasMessageContaining(
                        ". Example: var tuned = %tune xgboost --label churned --space");
        assertThatThrownBy(() -> tune("kmeans"))
                .hasMessageContaining(
                        ". Example: var tuned = %tune xgboost --label churned --space");
    }

    @Test
    void aCheckpointOfAllTrialsAndNumbersBelowOneAreRefusedBeforeThereIsAFile() {
        assertThatThrownBy(
                        () -> tune("mlp", "--label", "y", "--workers", "2", "--checkpoint", "net"))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "%tune: --checkpoint is the file of one training, and each fold of each trial is another one; leave it out, and keep the trials by --study FILE");
        assertThatThrownBy(() -> tune("embedding", "--label", "y", "--checkpoints", "kept"))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "%tune: --checkpoints is the folder of one training, and each fold of each trial is another one; leave it out, and keep the trials by --study FILE");
        assertThatThrownBy(
                        () -> tune("tree", "--label", "y", "--trials", "0", "--study", "new.log"))
                .isInstanceOf(MagicException.class)
                .hasMessage("%tune: --trials and --processes are at least 1, got 0 and 1");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void itSaysItsJava() throws Exception {
        var notebook = new RecordingNotebook(folder);
        catalog.line(
                notebook,
                "tune",
                List.of(
                        "tree",
                        "--label",
                        "y",
                        "--space",
                        "depth=int(1,5)",
                        "--sampler",
                        "cma_es",
                        "--pruner",
                        "hyperband",
                        "--trials",
                        "9",
                        "--processes",
                        "2",
                        "--java",
                        new Value("train", train)));
        assertThat(notebook.shown().toString())
                .contains(
                        "var search = TrainerSearch.of(new DecisionTree(0, 42), train, \"y\", new StratifiedKFold(5, 42), \"accuracy\");",
                        "Tuning.run(search, search.study(SearchSpace.of(\"depth=int(1, 5)\"), new CmaEsSampler(42)).with(new HyperbandPruner(1, 5, 2)), 9, 2)");
    }

    @Test
    void aLineOfItIsATuningWhateverTheAlgorithm() {
        var tune =
                catalog.describe().stream()
                        .filter(each -> each.name().equals("tune"))
                        .findFirst()
                        .orElseThrow();
        assertThat(tune.subcommands())
                .extracting(MagicDescription::returnType)
                .containsOnly("himalia.search.Tuning");
        assertThat(tune.subcommands()).hasSizeGreaterThan(20);
        assertThat(SubcommandWord.offered(tune))
                .extracting(MagicDescription::name)
                .contains("xgboost", "mlp")
                .doesNotContain("kmeans", "hdbscan", "isolation-forest");
        assertThat(tune.wholeHelp()).contains("xgboost").doesNotContain("kmeans", "hdbscan");
        var train = catalog.describe().stream().filter(each -> each.name().equals("train"));
        assertThat(train.findFirst().orElseThrow().wholeHelp()).contains("kmeans", "hdbscan");
    }
}
