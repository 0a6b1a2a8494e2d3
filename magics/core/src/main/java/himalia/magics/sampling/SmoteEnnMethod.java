package himalia.magics.sampling;

import himalia.sampling.Agreement;
import himalia.sampling.EditedNearestNeighbours;
import himalia.sampling.Sampler;
import himalia.sampling.Smote;
import himalia.sampling.SmoteEnn;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample smote-enn}. */
@Command(
        name = "smote-enn",
        description =
                "Adds rows between rare ones, then drops those that the nearest disagree with: SmoteEnn.",
        footer = "Example: var balanced = %%sample smote-enn --label y train")
public final class SmoteEnnMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new SmoteEnn(
                new Smote(neighbours, strategy, seed),
                new EditedNearestNeighbours(3, Agreement.ALL, new Strategy("all")));
    }
}
