package himalia.magics.search;

import himalia.magics.evaluation.FoldWords;
import himalia.magics.evaluation.MetricNames;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.magics.training.Algorithm;
import himalia.model.Trainer;
import himalia.search.SearchSpace;
import himalia.search.TrainerSearch;
import himalia.search.Tuning;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

/** Searches the settings of an algorithm. */
@Command(
        name = "tune",
        synopsisSubcommandLabel = "ALGORITHM",
        description = "Searches the best settings of an algorithm by cross-validation.",
        sortOptions = false,
        footer =
                "Example: var tuned = %%tune xgboost --label churned --space \"depth=int(2,8), rate=log(0.01,0.3)\" --trials 30 train")
public final class TuneMagic implements FamilyMagic<Algorithm> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "The rows to learn from.")
    private Table train = Table.create();

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description = "Column that is predicted; all others are features.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--metric",
            description =
                    "What is to be best, such as roc_auc. Default: accuracy, of numbers rmse.")
    @ValuesFrom(MetricNames.class)
    private String metric = "";

    @Spec private CommandSpec own = CommandSpec.create();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec line = CommandSpec.create();

    @Mixin private final SearchWords words = new SearchWords();

    @Mixin private final FoldWords folds = new FoldWords();

    @Override
    public Tuning run(Notebook notebook, Algorithm algorithm) {
        var search = search(algorithm);
        return words.run(
                notebook,
                search,
                words.study(search, space(algorithm), folds, notebook.directory()));
    }

    private SearchSpace space(Algorithm algorithm) {
        return words.space(algorithm, LineSpace.given(line, own));
    }

    @Override
    public boolean takes(Algorithm algorithm) {
        return algorithm.needsLabel();
    }

    private TrainerSearch search(Algorithm algorithm) {
        var trainer = SearchWords.checked(algorithm.trainer(folds.seed()));
        return TrainerSearch.of(
                trainer,
                train,
                label,
                folds.splitter(List.of(trainer), train, label),
                metric(trainer));
    }

    private String metric(Trainer trainer) {
        if (!metric.isEmpty()) {
            return metric;
        }
        if (trainer.ranksWithin().isPresent()) {
            return "ndcg";
        }
        return FoldWords.areClasses(List.of(trainer), train, label) ? "accuracy" : "rmse";
    }

    @Override
    public Optional<String> java(JavaText java, Algorithm algorithm) {
        var trainer = algorithm.trainer(folds.seed());
        var search =
                java.list(
                        trainer,
                        train,
                        label,
                        folds.splitter(List.of(trainer), train, label),
                        metric(trainer));
        return Optional.of(words.java(java, search, search(algorithm), space(algorithm), folds));
    }
}
