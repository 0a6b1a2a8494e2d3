package himalia.magics.notebook;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the variables of the session. */
@Apart
@Command(name = "whos", description = "Lists the variables of this notebook with types and values.")
public final class WhosMagic implements LineMagic<List<VariableRow>> {
    @Override
    public List<VariableRow> run(Notebook notebook) {
        return VariableRow.all(notebook.ask("variables", Map.of()));
    }
}
