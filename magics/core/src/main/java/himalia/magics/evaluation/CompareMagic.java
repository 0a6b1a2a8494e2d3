package himalia.magics.evaluation;

import himalia.evaluation.comparison.ModelComparison;
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

/** Compares trainers on the same folds. */
@Command(
        name = "compare",
        description =
                "Compares trainers on the same folds, and says which is better where a test does.",
        sortOptions = false,
        footer =
                "Example: %%compare --label churned --metric roc_auc --trainer linear --trainer trees --folds 10 train")
public final class CompareMagic implements LineMagic<ModelComparison> {
    @Parameters(
            index = "0",
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
            names = "--trainer",
            required = true,
            description = "What is compared, an algorithm or a pipeline; comes twice at least.")
    @ValuesFrom(TrainerVariables.class)
    private List<Trainer> trainers = List.of();

    @Option(
            names = "--metric",
            required = true,
            description = "What is compared, such as roc_auc or rmse.")
    @ValuesFrom(MetricNames.class)
    private String metric = "";

    @Mixin private final FoldWords words = new FoldWords();

    @Override
    public ModelComparison run(Notebook notebook) {
        return ModelComparison.of(
                trainers, table, label, words.splitter(trainers, table, label), metric);
    }

    @Override
    public Optional<String> java(JavaText java) {
        return Optional.of(
                "%s.of(%s)"
                        .formatted(
                                java.type(ModelComparison.class),
                                java.list(
                                        trainers,
                                        table,
                                        label,
                                        words.splitter(trainers, table, label),
                                        metric)));
    }
}
