package himalia.magics.notebook;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Names the variables of the session. */
@Apart
@Command(
        name = "who",
        description = "Names the variables of this notebook; %%whos shows their types and values.")
public final class WhoMagic implements LineMagic<String> {
    @Override
    public String run(Notebook notebook) {
        var names =
                VariableRow.all(notebook.ask("variables", Map.of())).stream()
                        .map(VariableRow::name)
                        .collect(Collectors.joining("  "));
        return names.isEmpty() ? "no variables yet" : names;
    }
}
