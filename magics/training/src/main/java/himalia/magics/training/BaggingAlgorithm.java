package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.Bagging;
import himalia.training.DecisionTree;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train bagging}. */
@Command(
        name = "bagging",
        description = "Models of drawn rows, averaged: Bagging.",
        footer =
                "Example: %%train bagging --member {new DecisionTree(0, 42)} --label y --test test train")
public final class BaggingAlgorithm implements Algorithm {
    @Option(
            names = "--member",
            description =
                    "Trainer of each; for numbers such as {new DecisionTreeRegressor(0)}. Default: new DecisionTree(0, seed).")
    private @Nullable Trainer member;

    @Option(
            names = "--members",
            defaultValue = "10",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int members;

    @Option(
            names = "--rows",
            defaultValue = "1",
            description =
                    "Share of the rows that are drawn for each, with replacement. Default: ${DEFAULT-VALUE}.")
    private double rows;

    @Option(
            names = "--features",
            defaultValue = "1",
            description = "Share of the features that each sees. Default: ${DEFAULT-VALUE}.")
    private double features;

    @Override
    public Trainer trainer(long seed) {
        var each = member == null ? new DecisionTree(0, seed) : member;
        return new Bagging(each, members, rows, features, seed);
    }

    @Override
    public String space() {
        return "members=int(5, 50), rows=uniform(0.3, 1), features=uniform(0.3, 1)";
    }
}
