package himalia.featurestore;

/**
 * What a feature store is told of, under a name of its own: a view, an on-demand view or a service.
 *
 * <pre>{@code
 * Definition service = new FeatureService("eta", "driver_stats:conv_rate");
 * FeatureStore.inMemory().apply(service);
 * }</pre>
 */
public sealed interface Definition permits FeatureView, OnDemandView, FeatureService {
    /** Returns the name by which features are asked for. */
    String name();
}
