package himalia.search.samplers;

import himalia.table.Seeds;
import java.util.Random;

/** Chance of one trial: what a study draws does not depend on where it was interrupted. */
final class TrialSeeds {
    /** Far from each other, so that the trials of one seed are not those of the next seed, moved by one. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private TrialSeeds() {}

    static Random of(long seed, int number) {
        return Seeds.random(seed + STRIDE * (number + 1L));
    }
}
