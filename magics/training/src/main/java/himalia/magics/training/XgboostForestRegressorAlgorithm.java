package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.XgboostForestRegressor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train xgboost-forest-regressor}. */
@Command(
        name = "xgboost-forest-regressor",
        description =
                "Predicts a number by trees of drawn rows and features in one round, by XGBoost: XgboostForestRegressor.",
        footer =
                "Example: %%train xgboost-forest-regressor --trees 200 --depth 0 --label price --test test train")
public final class XgboostForestRegressorAlgorithm implements Algorithm {
    @Option(
            names = "--trees",
            defaultValue = "100",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int trees;

    @Option(
            names = "--depth",
            defaultValue = "6",
            description =
                    "Questions that a row is asked at most by each tree; 0 for as many as it takes. Default: ${DEFAULT-VALUE}.")
    private int depth;

    @Option(
            names = "--subsample",
            defaultValue = "0.8",
            description = "Share of the rows that each tree sees. Default: ${DEFAULT-VALUE}.")
    private double subsample;

    @Option(
            names = "--features",
            defaultValue = "0.8",
            description =
                    "Share of the features that a question looks at; 0 for the square root of their number. Default: ${DEFAULT-VALUE}.")
    private double features;

    @Override
    public Trainer trainer(long seed) {
        return new XgboostForestRegressor(trees, depth, subsample, features, seed);
    }

    @Override
    public String space() {
        return "trees=logint(50, 500), depth=int(2, 20), subsample=uniform(0.5, 1), features=uniform(0.1, 1)";
    }
}
