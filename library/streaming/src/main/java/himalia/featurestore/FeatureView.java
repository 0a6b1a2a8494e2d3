package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * Features of one kind of entity, from one source.
 *
 * <pre>{@code
 * var driver = new Entity("driver", "driver_id");
 * var stats = FeatureView.of("driver_stats", driver, FeatureSource.of(train, "event_time"))
 *         .ttl(Duration.ofHours(2))
 *         .features("conv_rate", "acc_rate");
 * FeatureStore.inMemory().apply(stats);
 * }</pre>
 *
 * <p>The time to live is how old a value may be when it is asked for, and a value of just that age is still given. It means
 * the same in training and in serving.
 *
 * @param name the name by which features are asked for, {@code name:feature}
 * @param entities what its rows are about: one, or several that name a row together, or none for what holds for all
 * @param source where the rows come from
 * @param ttl how old a value may be; {@link #FOREVER} for any age
 * @param features the columns that are features; none for all but keys and times
 */
public record FeatureView(
        String name,
        List<Entity> entities,
        FeatureSource source,
        Duration ttl,
        List<String> features)
        implements Definition {
    /** A time to live for values that never grow old. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    public FeatureView {
        given(name, "name");
        given(entities, "entities");
        given(source, "source");
        given(ttl, "ttl");
        given(features, "features");
        DefinitionNames.check("a feature view", name);
        entities = List.copyOf(entities);
        features = List.copyOf(features);
        if (ttl.isZero() || ttl.isNegative()) {
            throw new IllegalArgumentException(
                    "the time to live of view '%s' is longer than nothing, got %s; FeatureView.FOREVER is for values that never grow old"
                            .formatted(name, ttl));
        }
        var columns = new HashSet<String>();
        for (var entity : entities) {
            checkNew(name, columns, entity.joinKey());
        }
        checkNew(name, columns, source.eventTime());
        for (var created : source.createdTime().stream().toList()) {
            checkNew(name, columns, created);
        }
        for (var feature : features) {
            checkNew(name, columns, feature);
        }
    }

    /** Describes the features of one kind of entity. */
    public FeatureView(
            String name, Entity entity, FeatureSource source, Duration ttl, String... features) {
        this(name, List.of(given(entity, "entity")), source, ttl, List.of(features));
    }

    /** Describes all features of a source, whatever their age. */
    public static FeatureView of(String name, Entity entity, FeatureSource source) {
        return new FeatureView(name, entity, source, FOREVER);
    }

    /** Describes features of entities that name a row together, or of none. */
    public static FeatureView of(String name, List<Entity> entities, FeatureSource source) {
        return new FeatureView(name, entities, source, FOREVER, List.of());
    }

    /** Returns one whose values may be so old. */
    public FeatureView ttl(Duration ttl) {
        return new FeatureView(name, entities, source, ttl, features);
    }

    /** Returns one with these features only. */
    public FeatureView features(String... features) {
        return new FeatureView(name, entities, source, ttl, List.of(given(features, "features")));
    }

    List<String> joinKeys() {
        return entities.stream().map(Entity::joinKey).toList();
    }

    /** Returns the time to live in nanoseconds; the largest number for any age. */
    long ttlNanos() {
        return ttl.getSeconds() >= Long.MAX_VALUE / 1_000_000_000 ? Long.MAX_VALUE : ttl.toNanos();
    }

    /** Says how old values may be, in words. */
    String ttlWords() {
        return ttlNanos() == Long.MAX_VALUE ? "forever" : Freshness.words(ttlNanos());
    }

    @Override
    public String toString() {
        return "FeatureView[%s by %s, of %s, time to live %s%s]"
                .formatted(
                        name,
                        entities.isEmpty() ? "nothing" : String.join(", ", joinKeys()),
                        source,
                        ttlWords(),
                        features.isEmpty() ? "" : ", features " + String.join(", ", features));
    }

    private static void checkNew(String view, HashSet<String> columns, String column) {
        if (!columns.add(column)) {
            throw new IllegalArgumentException(
                    "view '%s' names column '%s' twice; keys, times and features are different columns"
                            .formatted(view, column));
        }
    }
}
