package himalia.featurestore;

/**
 * Where pushed rows go.
 *
 * <pre>{@code
 * FeatureStore.inMemory().push("driver_stats", train, PushTo.ONLINE);
 * }</pre>
 */
public enum PushTo {
    /** To predictions alone: training will not know these values, and the skew report tells so. */
    ONLINE,
    /** To training alone. */
    OFFLINE,
    /** To both, so that training learns from what predictions saw. */
    ONLINE_AND_OFFLINE
}
