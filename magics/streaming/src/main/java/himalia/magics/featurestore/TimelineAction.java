package himalia.magics.featurestore;

import himalia.featurestore.EntityTimeline;
import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %features timeline}. */
@Command(
        name = "timeline",
        description = "Draws one entity through time, and what predictions would have seen.",
        footer = {
            "Example: %%features timeline {orders.where(mine)} driver_stats:conv_rate",
            "In Java: store.timeline(rows, \"driver_stats:conv_rate\")"
        })
public final class TimelineAction implements FeatureAction<EntityTimeline> {
    @Parameters(
            index = "0",
            paramLabel = "ROWS",
            description = "A table with the keys of one entity, and a time for each row.")
    private @Nullable Table rows;

    @Parameters(index = "1", paramLabel = "FEATURE", description = "The feature: view:feature.")
    @ValuesFrom(FeatureNames.class)
    private String feature = "";

    @Override
    public EntityTimeline run(Notebook notebook, FeatureStore store) {
        return store.timeline(Objects.requireNonNull(rows), feature);
    }

    @Override
    public String java(JavaText java, String store) {
        return "%s.timeline(%s, %s)".formatted(store, java.of(rows), java.of(feature));
    }
}
