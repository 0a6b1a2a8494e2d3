package himalia.magics.training;

import himalia.evaluation.TrainedModel;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.UnsupervisedTrainer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Trains a model; with a test table, shows how good it is. */
@Command(
        name = "train",
        synopsisSubcommandLabel = "ALGORITHM",
        description =
                "Trains a model that tells classes apart, predicts a number, or, without a label,"
                        + " finds groups or anomalies.",
        sortOptions = false,
        footer = {
            TrainMagic.EXAMPLE,
            "In Java: TrainedModel.of(new GradientBoosting(100, 42), train, \"churned\", test)"
        })
public final class TrainMagic implements FamilyMagic<Algorithm> {
    static final String EXAMPLE = "Example: %%train xgboost --label churned --test test train";

    private static final Path HERE = Path.of("");

    @Parameters(index = "0", paramLabel = "TABLE", description = "The rows to learn from.")
    private Table train = Table.create();

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description =
                    "Column that is predicted; all others are features. Groups and anomalies are found without one; groups are compared with it.")
    @ValuesFrom(TableColumns.class)
    private @Nullable String label;

    @Option(
            names = "--test",
            paramLabel = "TABLE",
            description = "Rows the model has not seen, to judge it by.")
    private @Nullable Table test;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public TrainedModel run(Notebook notebook, Algorithm algorithm) {
        var trainer = algorithm.trainer(seed, notebook.directory());
        if (trainer instanceof UnsupervisedTrainer unsupervised) {
            return new Unsupervised(unsupervised, train, label, test).run(notebook);
        }
        var label = label();
        if (test == null) {
            return TrainedModel.of(trainer, train, label);
        }
        new TestRows(test).check(trainer, train, label);
        var model = TrainedModel.of(trainer, train, label, test);
        model.judged().ifPresent(notebook::display);
        return model;
    }

    private String label() {
        if (label == null) {
            throw new MagicException(
                    "%train: --label is missing (Column that is predicted). "
                            + EXAMPLE.replace("%%", "%"));
        }
        return label;
    }

    @Override
    public Optional<String> java(JavaText java, Algorithm algorithm) {
        var trainer = algorithm.trainer(seed, java.file(HERE));
        if (trainer instanceof UnsupervisedTrainer unsupervised) {
            return new Unsupervised(unsupervised, train, label, test).java(java);
        }
        var label = label();
        var given =
                test == null
                        ? java.list(trainer, train, label)
                        : java.list(trainer, train, label, test);
        return Optional.of(java.type(TrainedModel.class) + ".of(" + given + ")");
    }
}
