package himalia.magics.training;

import himalia.magics.spi.MagicException;
import himalia.model.Trainer;
import himalia.training.GradientBoostingRegressor;
import himalia.training.NamedObjective;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %train xgboost-regressor}. */
@Command(
        name = "xgboost-regressor",
        description = "Predicts a number by boosted trees, by XGBoost: GradientBoostingRegressor.",
        footer = "Example: %%train xgboost-regressor --label price --rounds 200 --test test train")
public final class XgboostRegressorAlgorithm implements Algorithm {
    @Option(
            names = "--rounds",
            defaultValue = "100",
            description = "Trees. Default: ${DEFAULT-VALUE}.")
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
            names = "--subsample",
            defaultValue = "1",
            description =
                    "Share of the rows that each tree sees; at 1 nothing is drawn, and without --patience --seed changes nothing. Default: ${DEFAULT-VALUE}.")
    private double subsample;

    @Option(
            names = "--objective",
            defaultValue = "OWN",
            description =
                    "What is made small, OWN for the squared error: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private NamedObjective.Name objective = NamedObjective.Name.OWN;

    @Option(
            names = "--parameter",
            defaultValue = "0",
            description =
                    "Of the objective: alpha of QUANTILE, slope of PSEUDO_HUBER, power of TWEEDIE; the others have none. Default: ${DEFAULT-VALUE}.")
    private double parameter;

    @Mixin private final BoostingWords words = new BoostingWords();

    @Override
    public Trainer trainer(long seed) {
        var options = words.options().objective(objective());
        return new GradientBoostingRegressor(rounds, depth, rate, subsample, options, seed);
    }

    private NamedObjective objective() {
        try {
            return new NamedObjective(objective, parameter);
        } catch (IllegalArgumentException e) {
            throw new MagicException(
                    "--objective %s: %s; %s"
                            .formatted(
                                    objective,
                                    e.getMessage(),
                                    objective.hasParameter()
                                            ? "give it by --parameter"
                                            : "leave --parameter out"),
                    e);
        }
    }

    @Override
    public String space() {
        return "rounds=logint(20, 500), depth=int(2, 10), rate=log(0.01, 0.5), subsample=uniform(0.5, 1)";
    }
}
