package himalia.features.leakage;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** The kinds of rows that a class has in both tables: a sampler left the test table as it was. */
final class KindsOfClass {
    /** How often each comes in the class. */
    final Long2IntOpenHashMap counts = new Long2IntOpenHashMap();

    /** How many rows of the class are of them. */
    int rows;

    /** How many rows of whatever class are of these kinds: a fraud may come to any store. */
    long all;

    /** Returns whether they come so often, in the mean. */
    boolean come(double times) {
        return times * counts.size() <= all;
    }
}
