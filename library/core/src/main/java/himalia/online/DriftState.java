package himalia.online;

/**
 * What a {@link DriftDetector} has seen so far.
 *
 * <pre>{@code
 * DriftState state = new PageHinkley(0.05, 20).start();
 * state.add(0.7);
 * state.statistic()
 * }</pre>
 */
public interface DriftState {
    /**
     * Takes one number more.
     *
     * @throws IllegalArgumentException if it is none that the detector can take, such as NaN; nothing changes then
     */
    DriftSignal add(double value);

    /** Returns what the detector compares with its threshold, as the last number left it. */
    double statistic();
}
