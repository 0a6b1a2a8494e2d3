package himalia.magics.online;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.OnlineTrainer;
import himalia.model.Trainer;
import himalia.online.Prequential;
import himalia.online.Retraining;
import himalia.online.StreamRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Judges and trains a model on a stream, row by row. */
@Command(
        name = "learn",
        description =
                "Judges a model on rows in their order, each before it is learnt from; watches for drift, and retrains.",
        sortOptions = false,
        footer =
                "Example: %%learn --label churned --history train --drift adwin --retrain stateless {new LogisticRegression(1.0)} stream")
public final class LearnMagic implements LineMagic<StreamRun> {
    @Parameters(index = "0", paramLabel = "TRAINER", description = "What is trained.")
    private Trainer trainer;

    @Parameters(index = "1", paramLabel = "STREAM", description = "The rows, in their order.")
    private Table stream = Table.create();

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description = "Column that is predicted; all others are features.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--history",
            paramLabel = "TABLE",
            description = "The rows before the stream. Default: its first fifth.")
    private @Nullable Table history;

    @Option(
            names = "--batch",
            defaultValue = "50",
            description = "How many rows are predicted at a time. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--window",
            defaultValue = "200",
            description = "Of how many rows the rolling score is. Default: ${DEFAULT-VALUE}.")
    private int window;

    @Option(
            names = "--only-at-alarms",
            description = "Do not learn from every batch, where the trainer can.")
    private boolean onlyAtAlarms;

    @Mixin private final RetrainingWords words = new RetrainingWords();

    @Override
    public StreamRun run(Notebook notebook) {
        return history == null
                ? prequential().evaluate(stream, label)
                : prequential().evaluate(history, stream, label);
    }

    private Prequential prequential() {
        var retraining = words.retraining();
        if (!onlyAtAlarms) {
            RetrainingWords.checkLearns(trainer);
        }
        boolean learns =
                trainer instanceof OnlineTrainer
                        && !onlyAtAlarms
                        && retraining.mode() != Retraining.Mode.STATEFUL;
        return new Prequential(trainer, learns, batch, window, 0.99, retraining);
    }

    @Override
    public Optional<String> java(JavaText java) {
        var given = history == null ? java.list(stream, label) : java.list(history, stream, label);
        return Optional.of(java.of(prequential()) + ".evaluate(" + given + ")");
    }
}
