package himalia.online;

/**
 * An adaptive window: it drops its oldest numbers when two of its parts have means that differ by more than chance, and says so.
 *
 * <pre>{@code
 * DriftState state = new Adwin(0.002).start();
 * double[] errors = {0, 0, 1, 0};
 * for (double error : errors) {
 *     state.add(error);
 * }
 * }</pre>
 *
 * <p>A. Bifet, R. Gavaldà (2007): Learning from Time-Changing Data with Adaptive Windowing. SIAM International Conference on Data
 * Mining. Memory grows with the logarithm of the window. The settings are named and begin as in {@code river}; after an alarm the
 * window goes on with what is left of it, as in the paper, and may tell one change by several alarms; river's {@code ADWIN} begins anew.
 *
 * @param delta how likely a false alarm is, at every look, above 0 and below 1
 * @param clock it looks at every so-manieth number, 1 or more
 * @param maxBuckets how many buckets of one size there are, 1 or more: more make it sharper and slower
 * @param minWindow the least numbers of each part, 1 or more
 * @param grace the least numbers before it looks, 0 or more
 */
public record Adwin(double delta, int clock, int maxBuckets, int minWindow, int grace)
        implements DriftDetector {
    public Adwin {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException(
                    "delta must be above 0 and below 1, such as 0.002, got " + delta);
        }
        DriftSettings.atLeast("clock", clock, 1);
        DriftSettings.atLeast("maxBuckets", maxBuckets, 1);
        DriftSettings.atLeast("minWindow", minWindow, 1);
        DriftSettings.atLeast("grace", grace, 0);
    }

    /** Looks at every 32nd number. */
    public Adwin(double delta) {
        this(delta, 32, 5, 5, 10);
    }

    /** Takes a delta of 0.002. */
    public Adwin() {
        this(0.002);
    }

    @Override
    public AdwinState start() {
        return new AdwinState(this);
    }
}
