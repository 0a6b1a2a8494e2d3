package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.EasyEnsemble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train easy-ensemble}. */
@Command(
        name = "easy-ensemble",
        description = "Boosted stumps, each of a balanced draw: EasyEnsemble.",
        footer = "Example: var model = %%train easy-ensemble --label y train")
public final class EasyEnsembleAlgorithm implements Algorithm {
    @Option(
            names = "--members",
            defaultValue = "10",
            description = "Boosted models. Default: ${DEFAULT-VALUE}.")
    private int members;

    @Override
    public Trainer trainer(long seed) {
        return new EasyEnsemble(members, seed);
    }

    @Override
    public String space() {
        return "members=int(5, 50)";
    }
}
