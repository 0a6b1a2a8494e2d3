package himalia.featurestore;

/**
 * Which feature rows a past moment may see.
 *
 * <pre>{@code
 * FeatureStore.inMemory().historicalFeatures(train, Visibility.CREATED_BY_THEN, "driver_stats:conv_rate");
 * }</pre>
 */
public enum Visibility {
    /** All whose event had happened, corrections that were made later included. */
    EVER_CREATED,
    /** Those that had also been written by then: what a prediction at that moment could have known. */
    CREATED_BY_THEN
}
