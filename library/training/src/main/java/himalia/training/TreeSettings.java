package himalia.training;

/**
 * How one tree is grown.
 *
 * @param depth how many questions a row is asked at most; 0 for as many as it takes
 * @param features the share of the features that are looked at for each question
 * @param randomCuts whether cuts are drawn, and the best of those taken, one a feature
 */
record TreeSettings(int depth, double features, boolean entropy, boolean randomCuts, long seed) {
    TreeSettings withSeed(long other) {
        return new TreeSettings(depth, features, entropy, randomCuts, other);
    }

    TreeSettings withFeatures(double share) {
        return new TreeSettings(depth, share, entropy, randomCuts, seed);
    }

    /** Returns how many features are looked at for each question: the share of a count may be a little less than that count. */
    int looks(int width) {
        return Math.max(1, (int) (features * width + 1e-9));
    }
}
