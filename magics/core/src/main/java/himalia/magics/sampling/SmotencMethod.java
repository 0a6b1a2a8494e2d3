package himalia.magics.sampling;

import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.Sampler;
import himalia.sampling.Smotenc;
import himalia.sampling.Strategy;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample smotenc}. */
@Command(
        name = "smotenc",
        description = "Adds rows between rare ones, of numbers and categories: Smotenc.",
        footer =
                "Example: var balanced = %%sample smotenc --label y --categories colour,city train")
public final class SmotencMethod implements SamplingMethod {
    @Option(
            names = "--categories",
            required = true,
            split = "\\s*,\\s*",
            splitSynopsisLabel = ",",
            description = "Columns of categories, with commas between.")
    @ValuesFrom(TableColumns.class)
    private List<String> categories = List.of();

    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new Smotenc(categories, neighbours, strategy, seed);
    }
}
