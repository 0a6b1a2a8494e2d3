package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Draws from each value of a column on its own, so that none is missed by chance.
 *
 * <pre>{@code
 * Sample sample = new StratifiedSample("city", 200, 42).draw(table);
 * Sample rare = new StratifiedSample("city", 200, StratifiedSample.Allocation.EQUAL, 42).draw(table);
 * }</pre>
 *
 * <p>Rows come in the table's order. Those that miss the value are a stratum.
 *
 * @param by the column that names the stratum
 * @param size how many rows in all
 * @param allocation how many of them each stratum gives
 * @param seed makes two runs agree
 */
public record StratifiedSample(String by, int size, Allocation allocation, long seed)
        implements SampleDesign {
    /** How many rows each stratum gives. */
    public enum Allocation {
        /** As large a share of the sample as of the table: whole rows first, then the largest remainders. */
        PROPORTIONAL,
        /** The same number each; a stratum that has fewer rows gives all, and the others its part. */
        EQUAL
    }

    public StratifiedSample {
        given(by, "by");
        given(allocation, "allocation");
        Draws.checkSize("size", size);
    }

    /** Gives each stratum its share. */
    public StratifiedSample(String by, int size, long seed) {
        this(by, size, Allocation.PROPORTIONAL, seed);
    }

    @Override
    public Sample draw(Table population) {
        return draw(population, Seeds.random(seed));
    }

    @Override
    public Sample draw(Table population, RandomGenerator random) {
        given(random, "random");
        var column = Tables.column(population, by);
        Draws.checkEnough(population, size, "");
        var groups = Draws.groups(column);
        var names = List.copyOf(groups.keySet());
        var strata = List.copyOf(groups.values());
        var sizes = sizes(strata.stream().mapToInt(rows -> rows.length).toArray());
        int whole =
                IntStream.range(0, sizes.length).filter(k -> sizes[k] == 0).findFirst().orElse(-1);
        if (whole >= 0) {
            throw new IllegalArgumentException(
                    "stratum '%s' of %s has %d of %d rows, and would give none of %d; draw more rows%s, or join small strata before"
                            .formatted(
                                    names.get(whole),
                                    by,
                                    strata.get(whole).length,
                                    population.rowCount(),
                                    size,
                                    allocation == Allocation.EQUAL
                                            ? ""
                                            : ", use Allocation.EQUAL (--equal)"));
        }
        var stratumOf = new int[population.rowCount()];
        var drawn = new ArrayList<Integer>();
        for (int k = 0; k < sizes.length; k++) {
            for (int row : Draws.some(strata.get(k), sizes[k], random)) {
                stratumOf[row] = k;
                drawn.add(row);
            }
        }
        var rows = drawn.stream().mapToInt(row -> row).sorted().toArray();
        var of = Arrays.stream(rows).map(row -> stratumOf[row]).toArray();
        var fractions =
                Arrays.stream(of)
                        .mapToDouble(k -> (double) sizes[k] / strata.get(k).length)
                        .toArray();
        var weights = Arrays.stream(fractions).map(share -> 1 / share).toArray();
        return new Sample(
                population, this, new Drawn(rows, weights, of, Draws.all(rows.length), fractions));
    }

    /** Returns how many rows strata of these sizes give. */
    int[] sizes(int[] counts) {
        return allocation == Allocation.EQUAL ? equal(counts) : proportional(counts);
    }

    private int[] equal(int[] counts) {
        var sorted = counts.clone();
        Arrays.sort(sorted);
        int each = 0;
        int left = size;
        int strata = counts.length;
        // Small strata give all that they have, and what they cannot give comes from the others.
        for (int count : sorted) {
            if (count - each > left / strata) {
                each += left / strata;
                left %= strata;
                break;
            }
            left -= (count - each) * strata--;
            each = count;
        }
        var sizes = new int[counts.length];
        for (int k = 0; k < counts.length; k++) {
            boolean hasMore = left > 0 && counts[k] > each;
            sizes[k] = Math.min(counts[k], each) + (hasMore ? 1 : 0);
            left -= hasMore ? 1 : 0;
        }
        return sizes;
    }

    private int[] proportional(int[] counts) {
        long all = Arrays.stream(counts).asLongStream().sum();
        var sizes = new int[counts.length];
        var remainders = new long[counts.length];
        int left = size;
        for (int k = 0; k < counts.length; k++) {
            sizes[k] = (int) ((long) counts[k] * size / all);
            remainders[k] = (long) counts[k] * size % all;
            left -= sizes[k];
        }
        IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingLong(k -> -remainders[k]))
                .limit(left)
                .forEach(k -> sizes[k]++);
        return sizes;
    }
}
