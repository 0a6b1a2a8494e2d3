package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
public record RandomUnderSampler(Strategy strategy, long seed) implements Sampler {
    public RandomUnderSampler {
        given(strategy, "strategy");
    }

    public RandomUnderSampler(long seed) {
        this(Strategy.AUTO, seed);
    }

    @Override
    public Table resample(Table table, String label) {
        return resample(table, label, new Random(seed));
    }

    /** Draws from {@code random} instead of the seed's numbers. */
    public Table resample(Table table, String label, RandomGenerator random) {
        return table.rows(kept(Classes.of(table, label), random));
    }

    /** The rows that stay, in order. */
    int[] kept(Classes classes, RandomGenerator random) {
        var stays = new boolean[classes.codes().length];
        Arrays.fill(stays, true);
        strategy.targets(Strategy.Kind.DROP, classes)
                .forEach(
                        (code, keep) -> {
                            var rows = classes.rows(code);
                            for (var row : rows) {
                                stays[row] = false;
                            }
                            shuffleFirst(rows, keep, random);
                            for (var i = 0; i < keep; i++) {
                                stays[rows[i]] = true;
                            }
                        });
        return IntStream.range(0, stays.length).filter(row -> stays[row]).toArray();
    }

    /** Brings a fair draw of {@code count} values to the front. */
    private static void shuffleFirst(int[] values, int count, RandomGenerator random) {
        for (var i = 0; i < count; i++) {
            var other = i + random.nextInt(values.length - i);
            var value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }
}
