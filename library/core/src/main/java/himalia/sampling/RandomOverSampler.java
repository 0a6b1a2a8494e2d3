package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.util.Random;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Adds copies of rows of the rare classes, drawn with replacement; the given rows come first, in order.
 *
 * <pre>{@code
 * Table balanced = new RandomOverSampler(42).resample(train, "churned");
 * }</pre>
 *
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record RandomOverSampler(Strategy strategy, long seed) implements Sampler {
    public RandomOverSampler {
        given(strategy, "strategy");
    }

    public RandomOverSampler(long seed) {
        this(Strategy.AUTO, seed);
    }

    @Override
    public Table resample(Table table, String label) {
        return resample(table, label, new Random(seed));
    }

    /** Draws from {@code random} instead of the seed's numbers. */
    public Table resample(Table table, String label, RandomGenerator random) {
        var drawn = drawn(Classes.of(table, label), random);
        return table.copy().append(Tables.rows(table, drawn));
    }

    /** The rows that are added, class by class. */
    int[] drawn(Classes classes, RandomGenerator random) {
        return strategy.targets(Strategy.Kind.ADD, classes).entrySet().stream()
                .flatMapToInt(
                        target -> {
                            var rows = classes.rows(target.getKey());
                            return random.ints(target.getValue(), 0, rows.length)
                                    .map(place -> rows[place]);
                        })
                .toArray();
    }
}
