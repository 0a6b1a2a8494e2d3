package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.ExtraTrees;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train extra-trees}. */
@Command(
        name = "extra-trees",
        description = "Trees whose cuts are drawn: ExtraTrees.",
        footer = "Example: %%train extra-trees --label y --test test train")
public final class ExtraTreesAlgorithm implements Algorithm {
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
        return new ExtraTrees(trees, depth, features, seed);
    }

    @Override
    public String space() {
        return "trees=logint(50, 500), depth=int(2, 20), features=uniform(0.1, 1)";
    }
}
