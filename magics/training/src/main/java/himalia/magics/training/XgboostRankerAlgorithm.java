package himalia.magics.training;

import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Trainer;
import himalia.training.GradientBoostingRanker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %train xgboost-ranker}. */
@Command(
        name = "xgboost-ranker",
        description =
                "Puts the rows of a query in order by boosted trees, by XGBoost: GradientBoostingRanker.",
        footer =
                "Example: %%train xgboost-ranker --label relevance --query query --test test train")
public final class XgboostRankerAlgorithm implements Algorithm {
    @Option(
            names = "--query",
            required = true,
            paramLabel = "COLUMN",
            description = "Column that names the query of each row; it is no feature.")
    @ValuesFrom(TableColumns.class)
    private String query = "";

    @Option(
            names = "--objective",
            defaultValue = "NDCG",
            description =
                    "What is made better: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private GradientBoostingRanker.Objective objective = GradientBoostingRanker.Objective.NDCG;

    @Option(
            names = "--rounds",
            defaultValue = "100",
            description = "Trees. Default: ${DEFAULT-VALUE}.")
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
                    "Share of the rows that each tree sees; at 1 nothing is drawn, and without --patience --seed changes nothing. Default: ${DEFAULT-VALUE}.")
    private double subsample;

    @Mixin private final BoostingWords words = new BoostingWords();

    @Override
    public Trainer trainer(long seed) {
        return new GradientBoostingRanker(
                rounds, depth, rate, subsample, objective, query, words.options(), seed);
    }

    @Override
    public String space() {
        return "rounds=logint(20, 500), depth=int(2, 10), rate=log(0.01, 0.5), subsample=uniform(0.5, 1)";
    }
}
