package himalia.parallel;

import java.io.IOException;

/**
 * Keeps the weights of an asynchronous training: adds each gradient when it comes, and holds back whoever is too far ahead of the slowest
 * (Ho and others 2013).
 */
final class ParameterServer {
    private final TrainingProcesses processes;
    private final Adam adam;
    private final int staleness;
    private final int[] steps;
    private final int[] made;
    private final boolean[] waits;
    private final long[] taken;
    private long updates;
    private long oldest;

    /**
     * Begins an epoch.
     *
     * @param staleness how many steps a worker may be ahead of the slowest
     * @param steps how many each makes
     */
    ParameterServer(TrainingProcesses processes, Adam adam, int staleness, int[] steps) {
        this.processes = processes;
        this.adam = adam;
        this.staleness = staleness;
        this.steps = steps;
        this.made = new int[steps.length];
        this.waits = new boolean[steps.length];
        this.taken = new long[steps.length];
    }

    /** Hears a gradient, or, if it is empty, that a worker begins. */
    void heard(int worker, byte[] found) throws IOException {
        if (found.length > 0) {
            adam.step(WireFormat.readFloats(WireFormat.reader(found)));
            oldest = Math.max(oldest, updates - taken[worker]);
            updates++;
            made[worker]++;
        }
        waits[worker] = true;
        for (int each = 0; each < made.length; each++) {
            if (waits[each] && mayGoOn(made, steps, each, staleness)) {
                waits[each] = false;
                taken[each] = updates;
                processes.pull(
                        each, WireFormat.bytes(out -> WireFormat.write(out, adam.weights())));
            }
        }
    }

    /** Whether a worker is not too far ahead; those that have made all their steps hold nobody back. */
    static boolean mayGoOn(int[] made, int[] steps, int worker, int staleness) {
        int slowest = Integer.MAX_VALUE;
        for (int each = 0; each < made.length; each++) {
            if (made[each] < steps[each]) {
                slowest = Math.min(slowest, made[each]);
            }
        }
        return made[worker] >= steps[worker] || made[worker] - slowest <= staleness;
    }

    /** Returns by how many updates of others the stalest gradient was late. */
    long oldest() {
        return oldest;
    }

    Adam adam() {
        return adam;
    }
}
