package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import java.util.List;

/**
 * The features that one model reads, under one name.
 *
 * <pre>{@code
 * var eta = new FeatureService("eta", "driver_stats:conv_rate", "driver_stats:acc_rate");
 * FeatureStore.inMemory().apply(eta);
 * }</pre>
 *
 * @param name what is asked for instead of the features
 * @param features each as {@code view:feature}, or {@code view:feature as name}
 */
public record FeatureService(String name, List<String> features) implements Definition {
    public FeatureService {
        given(name, "name");
        given(features, "features");
        DefinitionNames.check("a feature service", name);
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException(
                    "feature service '%s' has no features; name some as view:feature"
                            .formatted(name));
        }
        features.forEach(FeatureName::of);
    }

    public FeatureService(String name, String... features) {
        this(name, List.of(given(features, "features")));
    }
}
