package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.GradientBoosting;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %train xgboost}. */
@Command(
        name = "xgboost",
        description = "Boosted trees, by XGBoost: GradientBoosting.",
        footer = "Example: %%train xgboost --label churned --rounds 200 --test test train")
public final class XgboostAlgorithm implements Algorithm {
    @Option(
            names = "--rounds",
            defaultValue = "100",
            description = "Trees for each class. Default: ${DEFAULT-VALUE}.")
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
                    "Share of the rows that each tree sees; at 1 nothing is drawn, and without"
                            + " --patience --seed changes nothing. Default: ${DEFAULT-VALUE}.")
    private double subsample;

    @Option(names = "--balanced", description = "Every class weighs the same, however rare.")
    private boolean balanced;

    @Mixin private final BoostingWords words = new BoostingWords();

    @Mixin private final ParallelWords parallel = new ParallelWords();

    @Mixin private final ClusterWords cluster = new ClusterWords();

    @Override
    public Trainer trainer(long seed) {
        return trainer(seed, Path.of(""));
    }

    @Override
    public Trainer trainer(long seed, Path folder) {
        var trees =
                new GradientBoosting(
                        rounds, depth, rate, subsample, balanced, words.options(), seed);
        return cluster.isNamed()
                ? parallel.on(cluster, trees, folder)
                : parallel.over(trees, folder);
    }

    @Override
    public String space() {
        var own = "rounds=logint(20, 500), depth=int(2, 10), rate=log(0.01, 0.5)";
        var shared = parallel.space(own, cluster.isNamed());
        // Workers draw no rows.
        return shared.equals(own) ? own + ", subsample=uniform(0.5, 1)" : shared;
    }
}
