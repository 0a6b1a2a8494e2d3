package himalia.online;

/**
 * Settings of a test, over one number at a time, whether those numbers have changed.
 *
 * <pre>{@code
 * DriftDetector detector = new Adwin(0.002);
 * DriftState state = detector.start();
 * DriftSignal signal = state.add(1);       // such as an error: 1 where a model was wrong, else 0
 * }</pre>
 */
public interface DriftDetector {
    /** Begins to watch; nothing was seen yet. */
    DriftState start();

    /** Returns the detector's name. */
    default String name() {
        return getClass().getSimpleName();
    }
}
