package org.example.trees;

import himalia.magics.training.Algorithm;
import himalia.model.Trainer;
import himalia.training.GradientBoosting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train stumps}: an algorithm more for a magic of Himalia's own. */
@Command(
        name = "stumps",
        description = "Boosted trees that ask one question each.",
        footer = "Example: %%train stumps --label churned --trees 20 train")
public final class StumpsAlgorithm implements Algorithm {
    @Option(names = "--trees", defaultValue = "50", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int trees;

    @Override
    public Trainer trainer(long seed) {
        return new GradientBoosting(trees, 1, 0.3, 1, false, seed);
    }
}
