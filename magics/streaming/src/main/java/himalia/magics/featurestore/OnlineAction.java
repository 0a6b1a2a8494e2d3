package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin private final AskedFeatures asked = new AskedFeatures();

    @Override
    public Table run(Notebook notebook, FeatureStore store) {
        return store.getOnlineFeatures(asked.rows(), asked.names());
    }

    @Override
    public String java(JavaText java, String store) {
        return "%s.getOnlineFeatures(%s, %s)"
                .formatted(store, java.of(asked.rows()), asked.java(java));
    }
}
