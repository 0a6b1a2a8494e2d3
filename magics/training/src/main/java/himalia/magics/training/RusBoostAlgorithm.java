package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.RusBoost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train rus-boost}. */
@Command(
        name = "rus-boost",
        description = "Boosting whose rounds learn from balanced draws: RusBoost.",
        footer = "Example: var model = %%train rus-boost --rounds 50 --label y train")
public final class RusBoostAlgorithm implements Algorithm {
    @Option(
            names = "--rounds",
            defaultValue = "50",
            description = "At most. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    public Trainer trainer(long seed) {
        return new RusBoost(rounds, seed);
    }

    @Override
    public String space() {
        return "rounds=logint(10, 200), rate=log(0.01, 1)";
    }
}
