package himalia.magics.session;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs earlier cells again. */
@Apart
@Command(
        name = "rerun",
        description = "Runs earlier cells of this session again, as part of this cell.",
        footer = {"Example: %%rerun 3 5-7", "%%history shows the numbers."})
public final class RerunMagic implements LineMagic<Void> {
    @Parameters(
            arity = "0..*",
            paramLabel = "CELLS",
            description = "Numbers (3), ranges (2-5), or from the end (-1, which is the default).")
    private List<String> cells = List.of();

    @Override
    public @Nullable Void run(Notebook notebook) {
        notebook.ask("rerun", Map.of("cells", cells.isEmpty() ? List.of("-1") : cells));
        return null;
    }
}
