package himalia.parallel;

import static himalia.display.bundle.Given.given;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * A worker of boosted trees in a place that somebody else chooses, such as a task of a cluster: a process beside this one, which
 * grows trees on its rows and, by way of XGBoost's tracker, on those of all others.
 *
 * <pre>{@code
 * BoostingPlace place = asked -> {
 *     var rows = PlacedRows.of(asked, 1);
 *     try (var tracker = PlacedTracker.start(1, "127.0.0.1", List.of());
 *             var worker = PlacedWorker.start(0, List.of(), rows.rows(0))) {
 *         return worker.grow(tracker.words(), asked.rounds(), done -> {});
 *     }
 * };
 * }</pre>
 *
 * <p>It is a process of its own because whoever reaches the ports of an XGBoost worker can end the process that it is in, and because
 * what waits for others in native code hears no interrupt.
 */
public final class PlacedWorker implements AutoCloseable {
    private static final int ROUNDS = 10;

    private final int number;
    private final LoneProcess process;

    private PlacedWorker(int number, LoneProcess process) {
        this.number = number;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param number which of the workers it is, from 0
     * @param jars what the process finds its classes in, before those that this one has
     * @param rows what {@link PlacedRows} has for it
     * @throws IllegalStateException if it does not start
     */
    public static PlacedWorker start(int number, List<Path> jars, byte[] rows) {
        given(jars, "jars");
        given(rows, "rows");
        return new PlacedWorker(number, LoneProcess.start(jars, rows));
    }

    /**
     * Grows trees together with all others, and returns them as XGBoost writes them. All workers get the same.
     *
     * @param tracker what the tracker says of itself
     * @param done is told how many rounds are done, now and then
     * @throws IllegalStateException if the process fails, or is gone
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    public byte[] grow(Map<String, String> tracker, int rounds, IntConsumer done) {
        given(done, "done");
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, got " + rounds);
        }
        var meeting = new HashMap<>(given(tracker, "tracker"));
        meeting.put(TreesTask.TASK_ID, String.valueOf(number));
        var trees = WorkerFrame.EMPTY;
        for (int round = 0; round < rounds; round += ROUNDS) {
            int count = Math.min(ROUNDS, rounds - round);
            trees = ask(round == 0 ? meeting : Map.of(), round, count);
            done.accept(round + count);
        }
        // They part.
        ask(Map.of(), 0, 0);
        return trees;
    }

    private byte[] ask(Map<String, String> meeting, int first, int count) {
        var order = new TreesTask.Order(meeting, WorkerFrame.EMPTY, first, count);
        return process.ask(order.bytes());
    }

    /** Ends the process, whatever it does. */
    @Override
    public void close() {
        process.close();
    }
}
