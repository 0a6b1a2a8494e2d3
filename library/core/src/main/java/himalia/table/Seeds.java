package himalia.table;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes the numbers that a seed stands for; all that draws by a seed takes them from here.
 *
 * <pre>{@code
 * Seeds.random(42).nextDouble()    // and those of 41 and 43 are others
 * }</pre>
 *
 * <p>The first number of {@code new Random(0)}, {@code new Random(1)} and so on is about 0.73 for each: Java's generator begins at
 * its seed, and a small seed is the same in its high bits. So the seed is scrambled first.
 */
public final class Seeds {
    private Seeds() {}

    /** Returns numbers that are the same for the same seed, and by chance from the first one on. */
    public static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }
}
