package himalia.magics.notebook;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows earlier cells. */
@Apart
@Command(
        name = "history",
        description = "Shows the cells that were run, the latest last.",
        footer = "Example: %%history -n 5")
public final class HistoryMagic implements LineMagic<String> {
    @Option(names = "-n", defaultValue = "20", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--all", description = "Those of earlier sessions too.")
    private boolean all;

    @Override
    public String run(Notebook notebook) {
        if (count < 1) {
            throw new MagicException(
                    "%history: -n " + count + " shows nothing; write how many cells, as in -n 5");
        }
        var answer = notebook.ask("history", Map.of("n", count, "all", all));
        return answer instanceof List<?> entries
                ? entries.stream().map(String::valueOf).collect(Collectors.joining("\n\n"))
                : "";
    }
}
