package himalia.magics.featurestore;

import himalia.cluster.Cluster;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.Visibility;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %features history}. */
@Command(
        name = "history",
        description = "Adds features to rows, as each could have known them at its time.",
        footer = {
            "Example: %%features history orders driver_stats:conv_rate driver_stats:acc_rate",
            "In Java: store.historicalFeatures(orders, \"driver_stats:conv_rate\")"
        })
public final class HistoryAction implements FeatureAction<Table> {
    @Option(
            names = "--created-by-then",
            description = "See only rows that had been written by then.")
    private boolean isCreatedByThen;

    @Mixin private final AskedFeatures asked = new AskedFeatures();

    @Option(
            names = "--on",
            paramLabel = "HOST:PORT",
            description =
                    "A Flink cluster that joins them, by the host and port of its page; it sees the store's folder and files by the same paths.")
    private @Nullable String on;

    @Override
    public Table run(Notebook notebook, FeatureStore store)
            throws IOException, InterruptedException {
        return on == null
                ? store.historicalFeatures(asked.rows(), visibility(), asked.names())
                : Cluster.at(on)
                        .historicalFeatures(store, asked.rows(), visibility(), asked.names());
    }

    private Visibility visibility() {
        return isCreatedByThen ? Visibility.CREATED_BY_THEN : Visibility.EVER_CREATED;
    }

    @Override
    public String java(JavaText java, String store) {
        return "%s.historicalFeatures(%s%s, %s%s)"
                .formatted(
                        on == null ? store : java.type(Cluster.class) + ".at(" + java.of(on) + ")",
                        on == null ? "" : store + ", ",
                        java.of(asked.rows()),
                        isCreatedByThen ? "Visibility.CREATED_BY_THEN, " : "",
                        asked.java(java));
    }
}
