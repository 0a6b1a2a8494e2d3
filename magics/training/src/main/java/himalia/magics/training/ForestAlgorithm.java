package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.RandomForest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train forest}. */
@Command(
        name = "forest",
        description = "Trees of drawn rows and features: RandomForest.",
        footer = "Example: %%train forest --trees 200 --label y --test test train")
public final class ForestAlgorithm implements Algorithm {
    @Option(
            names = "--trees",
            defaultValue = "100",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int trees;

    @Option(
            names = "--depth",
            defaultValue = "0",
            description =
                    "Questions that a row is asked at most by each tree; 0 for as many as it takes. Default: ${DEFAULT-VALUE}.")
    private int depth;

    @Option(
            names = "--features",
            defaultValue = "0",
            description =
                    "Share of the features that a question looks at; 0 for the square root of their number. Default: ${DEFAULT-VALUE}.")
    private double features;

    @Override
    public Trainer trainer(long seed) {
        return new RandomForest(trees, depth, features, seed);
    }

    @Override
    public String space() {
        return "trees=logint(50, 500), depth=int(2, 20), features=uniform(0.1, 1)";
    }
}
