package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %features materialize}. */
@Command(
        name = "materialize",
        description =
                "Copies the latest values to where predictions read: what is new since the last time.",
        footer = {
            "Example: %%features materialize --from 2026-01-01 driver_stats",
            "In Java: store.materializeIncremental(to)"
        })
public final class MaterializeAction implements FeatureAction<Table> {
    @Option(
            names = "--from",
            defaultValue = "",
            description = "Copy all from this time on, and not only what is new.")
    private String from = "";

    @Option(
            names = "--to",
            defaultValue = "now",
            description = "The latest time that is copied. Default: ${DEFAULT-VALUE}.")
    private String to = "";

    @Parameters(arity = "0..*", paramLabel = "VIEW", description = "Views. Default: all.")
    @ValuesFrom(ViewNames.class)
    private List<String> views = List.of();

    @Override
    public Table run(Notebook notebook, FeatureStore store) {
        var names = views.toArray(String[]::new);
        var end = Words.moment("--to", to);
        return from.isEmpty()
                ? store.materializeIncremental(end, names)
                : store.materialize(Words.moment("--from", from), end, names);
    }

    @Override
    public String java(JavaText java, String store) {
        var end = Words.java("--to", to) + (views.isEmpty() ? "" : ", ") + Words.texts(java, views);
        return from.isEmpty()
                ? "%s.materializeIncremental(%s)".formatted(store, end)
                : "%s.materialize(%s, %s)".formatted(store, Words.java("--from", from), end);
    }
}
