package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.Voting;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train voting}. */
@Command(
        name = "voting",
        description = "Several models, averaged: Voting, which needs no seed.",
        footer =
                "Example: %%train voting --member {new GaussianNB()} --member {new RandomForest(100, 42)} --label y --test test train")
public final class VotingAlgorithm implements Algorithm {
    @Option(
            names = "--member",
            required = true,
            description = "Trainer of one; to be given several times.")
    private List<Trainer> members = List.of();

    @Option(names = "--majority", description = "Counts votes in the place of probabilities.")
    private boolean majority;

    @Override
    public Trainer trainer(long seed) {
        return new Voting(members, majority ? Voting.By.MAJORITY : Voting.By.MEAN);
    }
}
