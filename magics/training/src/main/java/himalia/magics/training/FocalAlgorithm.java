package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.FocalBoosting;
import himalia.training.FocalLoss;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train focal}. */
@Command(
        name = "focal",
        description = "Boosted trees for rare classes, by focal loss: FocalBoosting.",
        footer = "Example: %%train focal --label churned --gamma 2 --test test train")
public final class FocalAlgorithm implements Algorithm {
    @Option(
            names = "--rounds",
            defaultValue = "100",
            description = "Trees for each class. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--depth",
            defaultValue = "6",
            description = "Questions down each tree. Default: ${DEFAULT-VALUE}.")
    private int depth;

    @Option(
            names = "--rate",
            defaultValue = "0.3",
            description = "How much of each tree's advice is taken. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--gamma",
            defaultValue = "2",
            description = "How little rows that are right count. Default: ${DEFAULT-VALUE}.")
    private double gamma;

    @Option(
            names = "--subsample",
            defaultValue = "1",
            description =
                    "Share of the rows that each tree sees; at 1 nothing is drawn, and --seed changes nothing. Default: ${DEFAULT-VALUE}.")
    private double subsample;

    @Override
    public Trainer trainer(long seed) {
        return new FocalBoosting(rounds, depth, rate, subsample, new FocalLoss(gamma), seed);
    }

    @Override
    public String space() {
        return "rounds=logint(20, 500), depth=int(2, 10), rate=log(0.01, 0.5), loss.gamma=uniform(0, 5)";
    }
}
