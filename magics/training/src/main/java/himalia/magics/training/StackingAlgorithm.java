package himalia.magics.training;

import himalia.evaluation.folds.Splitter;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.Trainer;
import himalia.training.LogisticRegression;
import himalia.training.Stacking;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train stacking}. */
@Command(
        name = "stacking",
        description =
                "A last model learns from what others say of rows that they have not seen: Stacking. Members of numbers need --last and --splitter, such as {new Ridge()} and {new KFold(5, 42)}.",
        footer =
                "Example: %%train stacking --member {new GaussianNB()} --member {new RandomForest(100, 42)} --label y train")
public final class StackingAlgorithm implements Algorithm {
    @Option(
            names = "--member",
            required = true,
            description = "Trainer of one; to be given several times.")
    private List<Trainer> members = List.of();

    @Option(
            names = "--last",
            description = "Trainer of the last. Default: new LogisticRegression(0.04).")
    private Trainer last = new LogisticRegression(0.04);

    @Option(
            names = "--splitter",
            description = "Cuts the folds. Default: new StratifiedKFold(5, seed).")
    private @Nullable Splitter splitter;

    @Override
    public Trainer trainer(long seed) {
        return new Stacking(
                members, last, splitter == null ? new StratifiedKFold(5, seed) : splitter);
    }
}
