package himalia.magics.storage;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.storage.TableLayout;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Shows how a table's cells lie, by row and by column, and what that costs. */
@Command(
        name = "layout",
        description =
                "Shows how a table lies in memory by row and by column, and measures with its rows: scan a column,"
                        + " read a row, append a row.",
        footer = "Example: %%layout trips")
public final class LayoutMagic implements LineMagic<TableLayout> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "The table.")
    private Table table = Table.create();

    @Override
    public TableLayout run(Notebook notebook) throws IOException {
        return TableLayout.of(table);
    }

    @Override
    public Optional<String> java(JavaText java) {
        return Optional.of(java.type(TableLayout.class) + ".of(" + java.of(table) + ")");
    }
}
