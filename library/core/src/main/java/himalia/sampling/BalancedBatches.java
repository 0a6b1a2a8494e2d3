package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Batches to train a network by, in each of which rare classes have as large a share as a sampler gives them: imbalanced-learn's
 * {@code balanced_batch_generator}.
 *
 * <pre>{@code
 * var batches = new BalancedBatches(32, 42);
 * for (int epoch = 0; epoch < 20; epoch++) {
 *     for (Table batch : batches.epoch(train, "churned", epoch)) {
 *         // a step of the optimizer
 *     }
 * }
 * }</pre>
 *
 * <p>Where the sampler draws by a seed, every epoch is another draw, so that under-sampled rows change, and in the end all are seen. One without a seed, such
 * as {@link NearMiss}, gives the same rows each epoch; only their order changes.
 *
 * @param sampler what makes classes even, such as a {@link RandomUnderSampler}; its own seed is not asked
 * @param size how many rows a batch has, 1 or more
 * @param seed makes two runs agree
 */
public record BalancedBatches(Sampler sampler, int size, long seed) {
    public BalancedBatches {
        given(sampler, "sampler", "give one, such as new RandomUnderSampler(42)");
        Few.atLeastOne(size, "size");
    }

    /** Draws as many rows of each class as the rarest has. */
    public BalancedBatches(int size, long seed) {
        this(new RandomUnderSampler(seed), size, seed);
    }

    /**
     * Returns the batches of one epoch. Classes have the same share in each, as near as whole rows allow; rows that fill no batch
     * are left out, others each time.
     *
     * @param epoch 0 or more; the same epoch gives the same batches
     * @throws IllegalArgumentException if the sampler leaves fewer rows than a batch has
     */
    public List<Table> epoch(Table table, String label, int epoch) {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must be 0 or more, got " + epoch);
        }
        var random = random(epoch);
        var rows =
                sampler instanceof SeededSampler seeded
                        ? seeded.resample(table, label, random)
                        : sampler.resample(table, label);
        if (rows.rowCount() < size) {
            throw new IllegalArgumentException(
                    "%s leaves %d rows, which fill no batch of %d; take smaller batches, or a sampler that adds rows"
                            .formatted(sampler, rows.rowCount(), size));
        }
        var order = spread(Classes.of(rows, label), random);
        var batches = new ArrayList<Table>();
        for (var start = 0; start + size <= order.length; start += size) {
            var batch = IntStream.range(start, start + size).map(i -> order[i]).toArray();
            batches.add(Tables.rows(rows, Shuffle.all(batch, random)));
        }
        return List.copyOf(batches);
    }

    private RandomGenerator random(int epoch) {
        var seeds = Seeds.random(seed);
        for (var i = 0; i < epoch; i++) {
            seeds.nextLong();
        }
        return Seeds.random(seeds.nextLong());
    }

    /** Brings the rows of each class into an order of chance, and spreads them evenly over all places. */
    private static int[] spread(Classes classes, RandomGenerator random) {
        var places = new double[classes.codes().length];
        for (var code = 0; code < classes.names().size(); code++) {
            var rows = Shuffle.all(classes.rows(code), random);
            for (var i = 0; i < rows.length; i++) {
                places[rows[i]] = (i + 0.5) / rows.length;
            }
        }
        return IntStream.range(0, places.length)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(row -> places[row])
                                .thenComparingInt(row -> classes.codes()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
