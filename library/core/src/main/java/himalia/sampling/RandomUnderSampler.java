package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Drops rows of the common classes by chance; those that stay keep their order.
 *
 * <pre>{@code
 * Table balanced = new RandomUnderSampler(42).resample(train, "churned");
 * Table milder = new RandomUnderSampler(new Strategy("0.5"), 42).resample(train, "churned");
 * }</pre>
 *
 * @param strategy which classes shrink, and to how many rows
 * @param seed makes two runs agree
 */
public record RandomUnderSampler(Strategy strategy, long seed) implements SeededSampler {
    public RandomUnderSampler {
        given(strategy, "strategy");
    }

    public RandomUnderSampler(long seed) {
        this(Strategy.AUTO, seed);
    }

    @Override
    public boolean changesSharesOnly() {
        return true;
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var classes = Classes.of(table, label);
        var draft = new Draft(table.rowCount());
        strategy.targets(Strategy.Kind.DROP, classes)
                .forEach(
                        (code, keep) -> {
                            var rows = classes.rows(code);
                            Shuffle.first(rows, keep, random);
                            for (var i = keep; i < rows.length; i++) {
                                draft.remove(rows[i], Draft.NONE);
                            }
                        });
        return new Resampling(Tables.rows(table, draft.kept()), draft, table, label, classes);
    }
}
