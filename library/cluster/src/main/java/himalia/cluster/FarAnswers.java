package himalia.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** What all workers of a training on a cluster have told. */
final class FarAnswers {
    private final int workers;
    private final Map<Integer, String> hashes = new HashMap<>();
    private byte[] trees = {};
    private int rounds;

    FarAnswers(int workers) {
        this.workers = workers;
    }

    /** Takes what one tells, and returns how many rounds more are done. */
    synchronized int heard(FarNews news) {
        if (news.isEnd()) {
            hashes.put(news.worker(), news.hash());
        }
        if (news.worker() != 0) {
            return 0;
        }
        trees = news.trees();
        int more = news.rounds() - rounds;
        rounds = news.rounds();
        return more;
    }

    /** Returns how many are done. */
    synchronized int rounds() {
        return rounds;
    }

    /**
     * Returns the trees.
     *
     * @throws IllegalStateException if the workers did not all grow the same: XGBoost's tells nobody that it has lost another one, and
     *     goes on alone
     */
    synchronized byte[] trees() {
        if (hashes.size() != workers || new HashSet<>(hashes.values()).size() != 1) {
            throw new IllegalStateException(
                    "%d of %d workers on the cluster came to an end, with %d different models, so that a connection between them was lost; run the cell again"
                            .formatted(
                                    hashes.size(), workers, new HashSet<>(hashes.values()).size()));
        }
        return trees;
    }
}
