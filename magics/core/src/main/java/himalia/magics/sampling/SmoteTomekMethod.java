package himalia.magics.sampling;

import himalia.sampling.Sampler;
import himalia.sampling.Smote;
import himalia.sampling.SmoteTomek;
import himalia.sampling.Strategy;
import himalia.sampling.TomekLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample smote-tomek}. */
@Command(
        name = "smote-tomek",
        description = "Adds rows between rare ones, then drops those at the border: SmoteTomek.",
        footer = "Example: var balanced = %%sample smote-tomek --label y train")
public final class SmoteTomekMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new SmoteTomek(
                new Smote(neighbours, strategy, seed), new TomekLinks(new Strategy("all")));
    }
}
