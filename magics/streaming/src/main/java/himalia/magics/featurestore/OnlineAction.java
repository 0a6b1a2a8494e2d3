package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %features online}. */
@Command(
        name = "online",
        description = "Adds features to rows, as predictions would be given them now.",
        footer = {
            "Example: %%features online drivers driver_stats:conv_rate",
            "In Java: store.getOnlineFeatures(drivers, \"driver_stats:conv_rate\")"
        })
public final class OnlineAction implements FeatureAction<Table> {
    @Parameters(index = "0", paramLabel = "ROWS", description = "A table with keys.")
    private @Nullable Table rows;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FEATURE",
            description = "Features as view:feature, or services.")
    private List<String> features = List.of();

    @Override
    public Table run(Notebook notebook, FeatureStore store) {
        return store.getOnlineFeatures(
                Objects.requireNonNull(rows), features.toArray(String[]::new));
    }

    @Override
    public String java(JavaText java, String store) {
        return "%s.getOnlineFeatures(%s, %s)"
                .formatted(store, java.of(rows), Words.texts(java, features));
    }
}
