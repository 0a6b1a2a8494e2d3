package himalia.parallel;

import java.time.Duration;
import java.util.List;

/**
 * Ends workers that say nothing, and cuts off the logs of those that say too much, until it is interrupted.
 *
 * @param workers all of them, null where one has not called yet
 * @param most how long one may say nothing
 */
record SilenceWatch(List<TrainingProcess> workers, Duration most) implements Runnable {
    /** How often it looks, in milliseconds. */
    private static final int LOOK = 200;

    @Override
    public void run() {
        try {
            while (true) {
                long before = System.nanoTime();
                Thread.sleep(LOOK);
                if (System.nanoTime() - before > most.toNanos() / 2) {
                    // This process stood still itself: what they said meanwhile is yet to be read.
                    continue;
                }
                for (var worker : workers) {
                    // One that has not called yet has another limit.
                    if (worker != null) {
                        worker.checkSilence(most.toNanos());
                        worker.cutLog();
                    }
                }
            }
        } catch (InterruptedException e) {
            // The training is over.
        }
    }
}
