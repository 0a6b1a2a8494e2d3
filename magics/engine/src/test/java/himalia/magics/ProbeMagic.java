package himalia.magics;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** A magic with one parameter of each sort. */
@Command(
        name = "probe",
        description = "Tells what it was given.",
        footer = "Example: %%probe --label y train")
public final class ProbeMagic implements LineMagic<Map<String, List<Table>>> {
    enum Way {
        SHORT,
        LONG
    }

    @Option(names = "--label", required = true, description = "Column that names the class.")
    private @Nullable String label;

    @Option(names = "--seed", defaultValue = "42", description = "Makes two runs agree.")
    private int seed;

    @Option(names = "--way", defaultValue = "SHORT", description = "How to go.")
    private Way way = Way.SHORT;

    @Option(names = "--quiet", description = "Says less.")
    private boolean quiet;

    @Parameters(paramLabel = "TABLE", description = "Tables to look at.")
    private List<Table> tables = List.of();

    @Override
    public Map<String, List<Table>> run(Notebook notebook) {
        if (quiet) {
            throw new IllegalArgumentException("nothing is quiet here");
        }
        return Map.of(label + " " + seed + " " + way, List.copyOf(tables));
    }
}
