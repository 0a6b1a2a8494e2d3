package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import picocli.CommandLine.Command;
import tech.tablesaw.api.Table;

/** {@code %features freshness}. */
@Command(
        name = "freshness",
        description = "Tells how old what predictions read is.",
        footer = {"Example: %%features freshness", "In Java: store.freshness()"})
public final class FreshnessAction implements FeatureAction<Table> {
    @Override
    public Table run(Notebook notebook, FeatureStore store) {
        return store.freshness();
    }

    @Override
    public String java(JavaText java, String store) {
        return store + ".freshness()";
    }
}
