package himalia.magics.featurestore;

import himalia.featurestore.Definition;
import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %features apply}. */
@Command(
        name = "apply",
        description = "Adds views and services, or replaces those of their names.",
        footer = {"Example: %%features apply stats score", "In Java: store.apply(stats, score)"})
public final class ApplyAction implements FeatureAction<Table> {
    @Parameters(
            arity = "0..*",
            paramLabel = "DEFINITION",
            description = "Views and services; none to list what there is.")
    private List<Definition> definitions = List.of();

    @Override
    public Table run(Notebook notebook, FeatureStore store) {
        return store.apply(definitions.toArray(Definition[]::new)).features();
    }

    @Override
    public String java(JavaText java, String store) {
        var names = definitions.stream().map(java::of).toList();
        return "%s.apply(%s).features()".formatted(store, String.join(", ", names));
    }
}
