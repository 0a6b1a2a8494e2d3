package himalia.online;

/**
 * What a detector says of the numbers so far.
 *
 * <pre>{@code
 * DriftSignal signal = new Ddm().start().add(0);   // STABLE
 * }</pre>
 */
public enum DriftSignal {
    /** They are as they were. */
    STABLE,
    /** They may be about to change; only some detectors say so. */
    WARNING,
    /** They have changed. */
    DRIFT
}
