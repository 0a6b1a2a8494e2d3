package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.sampling.RandomUnderSampler;
import himalia.sampling.Strategy;
import himalia.table.ColumnNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * {@link AdaBoost} in which every round learns from rows whose common classes are cut, and is judged by all rows.
 *
 * <pre>{@code
 * Model model = new RusBoost(50, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>C. Seiffert, T. M. Khoshgoftaar, J. Van Hulse, A. Napolitano (2010): RUSBoost: A Hybrid Approach to Alleviating Class Imbalance. IEEE
 * Transactions on Systems, Man, and Cybernetics A 40, 185–197.
 *
 * @param member what is trained in each round
 * @param rounds how many at most; it ends sooner where one makes no mistake, or {@code 10} draws are no better than chance
 * @param rate how much a round counts, above 0
 * @param strategy which classes are cut, and to how many rows
 * @param seed makes two runs agree
 */
public record RusBoost(RowWeighted member, int rounds, double rate, Strategy strategy, long seed)
        implements Classifier {
    /** What a draw of few rows taught may be wrong for most of all rows; another draw may do better. */
    private static final int DRAWS = 10;

    public RusBoost {
        given(member, "member");
        Checks.tellsClasses("RusBoost", member);
        given(strategy, "strategy");
        Checks.atLeast("rounds", rounds, 1);
        Checks.above("rate", rate, 0);
    }

    /** Of stumps: trees of one question. */
    public RusBoost(int rounds, long seed) {
        this(new DecisionTree(1, seed), rounds, 1, Strategy.AUTO, seed);
    }

    /** Returns false: rows are drawn. */
    @Override
    public boolean keepsRows() {
        return false;
    }

    @Override
    public Model fit(Table table, String label) {
        var random = new SplittableRandom(seed);
        var numbered = numbered(table, label);
        var number = numbered.column(0).name();
        return new Samme(this, member, rounds, rate, DRAWS)
                .fit(
                        table,
                        label,
                        round -> {
                            var kept =
                                    new RandomUnderSampler(strategy, random.nextLong())
                                            .resample(numbered, label);
                            return kept.intColumn(number).asIntArray();
                        });
    }

    /** The label beside the rows' numbers: the sampler says by them which rows stay. */
    private static Table numbered(Table table, String label) {
        Labels.toLearn(table, label);
        var numbers = IntStream.range(0, table.rowCount()).toArray();
        var name = new ColumnNames(List.of(label)).add("row");
        return Table.create(
                table.name(), IntColumn.create(name, numbers), table.column(label).copy());
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("member", member.toString());
        settings.put("rounds", String.valueOf(rounds));
        settings.put("rate", String.valueOf(rate));
        settings.put("strategy", strategy.text());
        settings.put("seed", String.valueOf(seed));
        return settings;
    }
}
