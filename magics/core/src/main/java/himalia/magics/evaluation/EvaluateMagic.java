package himalia.magics.evaluation;

import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.CrossValidationScores;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Trainer;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Judges a trainer by rows that its models have not seen. */
@Command(
        name = "evaluate",
        description = "Judges a trainer by cross-validation.",
        sortOptions = false,
        footer =
                "Example: %%evaluate --label churned --metric roc_auc {new LogisticRegression(1.0)} train")
public final class EvaluateMagic implements LineMagic<CrossValidationScores> {
    @Parameters(
            index = "0",
            paramLabel = "TRAINER",
            description = "What is trained on each fold: an algorithm or a pipeline.")
    private Trainer trainer;

    @Parameters(
            index = "1",
            paramLabel = "TABLE",
            description = "The rows that are cut into folds.")
    private Table table = Table.create();

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description = "Column that is predicted; all others are features.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--metric",
            description = "What is told, such as roc_auc; may come again. Default: the usual ones.")
    @ValuesFrom(MetricNames.class)
    private List<String> metrics = List.of();

    @Mixin private final FoldWords words = new FoldWords();

    @Override
    public CrossValidationScores run(Notebook notebook) {
        return CrossValidation.of(
                        trainer, table, label, words.splitter(List.of(trainer), table, label))
                .scores(metrics.toArray(String[]::new));
    }

    @Override
    public Optional<String> java(JavaText java) {
        return Optional.of(
                "%s.of(%s).scores(%s)"
                        .formatted(
                                java.type(CrossValidation.class),
                                java.list(
                                        trainer,
                                        table,
                                        label,
                                        words.splitter(List.of(trainer), table, label)),
                                java.list(metrics.toArray())));
    }
}
