package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Draws rows whose chance is as large as their weight.
 *
 * <pre>{@code
 * Sample sample = new WeightedSample("amount", 100, 42).draw(table);
 * sample.mean("age")     // of all rows: the weights are taken back
 * }</pre>
 *
 * <p>Light rows are seldom drawn, and each stands for many: the interval of a share allows for those that were not seen.
 *
 * <p>Without replacement by the keys of Efraimidis and Spirakis (2006), <i>u</i><sup>1/w</sup>, whose largest are drawn;
 * estimates weigh a row by its chance to pass the first key that was not drawn. A weight of 0 is never drawn, and such rows
 * are beyond what estimates are of.
 *
 * @param weights the column of weights
 * @param size how many rows
 * @param replacement true to put each row back, so that it may come again
 * @param seed makes two runs agree
 */
public record WeightedSample(String weights, int size, boolean replacement, long seed)
        implements SampleDesign {
    public WeightedSample {
        given(weights, "weights");
        Draws.checkSize("size", size);
    }

    /** Draws no row twice. */
    public WeightedSample(String weights, int size, long seed) {
        this(weights, size, false, seed);
    }

    @Override
    public Sample draw(Table population) {
        return draw(population, Seeds.random(seed));
    }

    @Override
    public Sample draw(Table population, RandomGenerator random) {
        given(random, "random");
        var given = Weights.column(population, weights, "WeightedSample");
        Draws.checkEnough(population, replacement ? 1 : size, ", or with replacement");
        Draws.checkRoom(population, size);
        Weights.checked(given, "weight '" + weights + "'");
        return new Sample(
                population, this, replacement ? putBack(given, random) : kept(given, random));
    }

    private Drawn putBack(double[] given, RandomGenerator random) {
        var sums = given.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        double all = sums[sums.length - 1];
        var rows = new int[size];
        var stands = new double[size];
        for (int i = 0; i < size; i++) {
            rows[i] = first(sums, random.nextDouble() * all);
            stands[i] = all / given[rows[i]] / size;
        }
        var chances = Arrays.stream(given).map(weight -> size * (weight / all)).toArray();
        return Drawn.of(rows, stands, new double[size]).beside(lightest(chances));
    }

    /** Returns the first place whose sum is above a value. */
    static int first(double[] sums, double value) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Drawn kept(double[] given, RandomGenerator random) {
        int positive = (int) Arrays.stream(given).filter(weight -> weight > 0).count();
        if (positive < size) {
            throw new IllegalArgumentException(
                    "weight '%s' is above 0 in %s, and %d are to be drawn; draw at most %d, or with replacement"
                            .formatted(weights, Amount.of(positive, "row"), size, positive));
        }
        // The logarithm of a key: keys themselves fall to 0 where weights are small.
        var keys = new double[given.length];
        for (int row = 0; row < keys.length; row++) {
            double uniform = random.nextDouble();
            keys[row] = given[row] == 0 ? Double.NEGATIVE_INFINITY : Math.log(uniform) / given[row];
        }
        var order =
                IntStream.range(0, keys.length)
                        .filter(row -> given[row] > 0)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -keys[row]))
                        .limit(size + 1L)
                        .toList();
        var rows = order.stream().limit(size).mapToInt(row -> row).sorted().toArray();
        double border = order.size() > size ? keys[order.get(size)] : Double.NEGATIVE_INFINITY;
        var all = Arrays.stream(given).map(weight -> -Math.expm1(border * weight)).toArray();
        var chances = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        var stands = Arrays.stream(chances).map(chance -> 1 / chance).toArray();
        return Drawn.of(rows, stands, chances).beside(lightest(all) - 1);
    }

    /** Returns how many of the lightest rows it takes until one of them is to be expected in the sample. */
    private static double lightest(double[] chances) {
        var sorted = chances.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int k = 0; k < sorted.length; k++) {
            if (sum + sorted[k] >= 1) {
                return k + (1 - sum) / sorted[k];
            }
            sum += sorted[k];
        }
        return sorted.length;
    }
}
