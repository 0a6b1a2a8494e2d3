package himalia.search.samplers;

import static himalia.display.bundle.Given.given;

import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.StudyHistory;
import himalia.table.Seeds;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Covers the space more evenly than chance does: of the first 8, 16, 32 trials, each half, quarter and eighth of every setting has as many.
 *
 * <pre>{@code
 * Study.minimize(space, new SobolSearch(42)).run(64, objective)
 * }</pre>
 *
 * <p>The points are Sobol's, by the numbers of Joe and Kuo; the seed flips the same digits of all of them, which keeps them as even.
 *
 * @param seed makes two studies agree
 */
public record SobolSearch(long seed) implements SearchSampler {
    /** As many digits as a double has. */
    private static final int DIGITS = 52;

    @Override
    public Map<String, Object> propose(SearchSpace space, StudyHistory history, int number) {
        given(space, "space");
        given(history, "history");
        var names = space.names();
        var point = new SobolSequenceGenerator(names.size()).skipTo(number);
        var random = Seeds.random(seed);
        var places = new HashMap<String, Double>();
        for (int i = 0; i < point.length; i++) {
            places.put(names.get(i), flipped(point[i], random.nextLong() >>> (64 - DIGITS)));
        }
        return space.at(name -> places.getOrDefault(name, 0.5));
    }

    private static double flipped(double place, long digits) {
        long all = (long) Math.scalb(place, DIGITS) ^ digits;
        return Math.scalb((double) all, -DIGITS);
    }
}
