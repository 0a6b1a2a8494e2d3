package himalia.magics;

import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** A family of magics. */
@Command(
        name = "pour",
        synopsisSubcommandLabel = "DRINK",
        description = "Pours what is asked for.",
        footer = "Example: %%pour tea --cups 2")
public final class PourMagic implements FamilyMagic<Drink<?>> {
    @Option(names = "--cups", required = true, description = "How many.")
    private int cups;

    @Parameters(paramLabel = "TABLE", description = "Where the guests sit.")
    private List<Table> tables = List.of();

    @Override
    public Object run(Notebook notebook, Drink<?> drink) {
        return cups + " " + drink.poured() + " at " + tables.size();
    }
}
