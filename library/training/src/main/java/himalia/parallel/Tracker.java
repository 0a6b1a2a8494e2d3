package himalia.parallel;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.RabitTracker;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Where XGBoost's workers find each other. */
final class Tracker implements AutoCloseable {
    /** How long the workers may take to find each other, in seconds. */
    private static final int PATIENCE = 60;

    private final RabitTracker tracker;

    private Tracker(RabitTracker tracker) {
        this.tracker = tracker;
    }

    /** Waits at an address of this machine for so many. */
    static Tracker start(int workers, String host) {
        try {
            var tracker = new RabitTracker(workers, host, 0, PATIENCE);
            if (!tracker.start()) {
                throw new IllegalStateException("XGBoost's tracker does not start");
            }
            return new Tracker(tracker);
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost's tracker does not start: " + e.getMessage(), e);
        }
    }

    /** Returns what a worker is to know of it. */
    Map<String, String> words() {
        try {
            var words = new HashMap<String, String>();
            tracker.getWorkerArgs().forEach((name, value) -> words.put(name, value.toString()));
            return words;
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost's tracker does not say where it is: " + e.getMessage(), e);
        }
    }

    /** Waits until all workers have parted. */
    void await() {
        try {
            tracker.waitFor(0);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost's tracker failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            tracker.stop();
        } catch (XGBoostError e) {
            // It has seen a worker go.
        }
    }
}
