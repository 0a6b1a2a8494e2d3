package himalia.magics.online;

import himalia.features.Pipeline;
import himalia.magics.spi.MagicException;
import himalia.model.OnlineTrainer;
import himalia.model.Trainer;
import himalia.online.Promotion;
import himalia.online.Retraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is done about drift, in the options of a line. */
final class RetrainingWords {
    private static final int ROWS = 200;

    @Option(
            names = "--drift",
            defaultValue = "adwin",
            description =
                    "What watches the errors: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DriftWord drift = DriftWord.ADWIN;

    @Option(
            names = "--retrain",
            defaultValue = "none",
            description =
                    "What is trained after an alarm: ${COMPLETION-CANDIDATES}; from scratch, or the model goes on, which then learns at alarms alone. Default: ${DEFAULT-VALUE}.")
    private Retraining.Mode mode = Retraining.Mode.NONE;

    @Option(
            names = "--rows",
            description = "How many of the last rows are learnt from after an alarm. Default: 200.")
    private @Nullable Integer rows;

    @Option(
            names = "--delay",
            description =
                    "How many rows come after an alarm before that. Default: as many as --rows, so that none is from before it.")
    private @Nullable Integer delay;

    @Option(
            names = "--trial",
            description =
                    "On how many rows a test decides whether what was trained takes over, at p < 0.05. Default: it does at once.")
    private @Nullable Integer trial;

    Retraining retraining() {
        if (mode == Retraining.Mode.NONE) {
            refuse("--rows", rows);
            refuse("--delay", delay);
            refuse("--trial", trial);
        }
        int learnt = rows == null ? ROWS : rows;
        return new Retraining(
                drift.detector(),
                mode,
                learnt,
                delay == null ? learnt : delay,
                trial == null ? Promotion.atOnce() : new Promotion(trial, 0.05));
    }

    /** Whoever gives a trainer that goes on learning wants it to. */
    static void checkLearns(Trainer trainer) {
        if (trainer instanceof Pipeline pipeline && pipeline.trainer() instanceof OnlineTrainer) {
            throw new MagicException(
                    "a Pipeline does not go on learning, since its steps are fitted once, though its %s does; give that alone, which for an SgdClassifier or SgdRegressor scales columns as they come, or --only-at-alarms"
                            .formatted(pipeline.trainer().name()));
        }
    }

    private static void refuse(String option, @Nullable Integer value) {
        if (value != null) {
            throw new MagicException(
                    "%s %d says how to retrain, and nothing is retrained; add --retrain stateless or --retrain stateful"
                            .formatted(option, value));
        }
    }
}
