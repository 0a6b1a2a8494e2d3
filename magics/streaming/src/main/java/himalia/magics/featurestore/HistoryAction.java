package himalia.magics.featurestore;

import himalia.cluster.Cluster;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.Visibility;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Parameters(
            index = "0",
            paramLabel = "ROWS",
            description = "A table with keys and a time for each row.")
    private @Nullable Table rows;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FEATURE",
            description = "Features as view:feature, or services.")
    private List<String> features = List.of();

    @Option(
            names = "--on",
            paramLabel = "HOST:PORT",
            description =
                    "A Flink cluster that joins them, by the host and port of its page; it sees the store's folder and files by the same paths.")
    private @Nullable String on;

    @Override
    public Table run(Notebook notebook, FeatureStore store)
            throws IOException, InterruptedException {
        var asking = Objects.requireNonNull(rows);
        var names = features.toArray(String[]::new);
        return on == null
                ? store.historicalFeatures(asking, visibility(), names)
                : Cluster.at(on).historicalFeatures(store, asking, visibility(), names);
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
                        java.of(rows),
                        isCreatedByThen ? "Visibility.CREATED_BY_THEN, " : "",
                        Words.texts(java, features));
    }
}
