package himalia.magics.featurestore;

import himalia.display.bundle.MimeBundle;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.PushTo;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %features push}. */
@Command(
        name = "push",
        description = "Adds rows to a view, all or none, and gives how many.",
        footer = {
            "Example: %%features push driver_stats latest",
            "In Java: store.push(\"driver_stats\", latest)"
        })
public final class PushAction implements FeatureAction<Integer> {
    @Option(
            names = "--to",
            defaultValue = "ONLINE_AND_OFFLINE",
            description = "online, offline or online-and-offline. Default: online-and-offline.")
    private PushTo to = PushTo.ONLINE_AND_OFFLINE;

    @Parameters(index = "0", paramLabel = "VIEW", description = "The view's name.")
    @ValuesFrom(ViewNames.class)
    private String view = "";

    @Parameters(
            index = "1",
            paramLabel = "ROWS",
            description = "A table with the view's keys, features and time.")
    private @Nullable Table rows;

    @Override
    public Integer run(Notebook notebook, FeatureStore store) {
        long before = toCome(store);
        int pushed = store.push(view, Objects.requireNonNull(rows), to);
        noteFuture(notebook, toCome(store) - before);
        return pushed;
    }

    private long toCome(FeatureStore store) {
        for (var row : store.freshness()) {
            if (row.getString("view").equals(view)) {
                return row.getLong("to come");
            }
        }
        return 0;
    }

    /** Such rows are seen by nobody yet, which looks as if the push had failed. */
    private static void noteFuture(Notebook notebook, long some) {
        if (some > 0) {
            notebook.display(
                    MimeBundle.plain(
                            "Note: %d of these rows %s of a time that is still to come, and not seen before it; times without a zone are UTC's, FeatureSource.zone names another one"
                                    .formatted(some, some == 1 ? "is" : "are")));
        }
    }

    @Override
    public String java(JavaText java, String store) {
        return "%s.push(%s, %s, PushTo.%s)".formatted(store, java.of(view), java.of(rows), to);
    }
}
