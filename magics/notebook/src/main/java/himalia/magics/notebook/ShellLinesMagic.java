package himalia.magics.notebook;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one line of shell and gives what it wrote. */
@Command(
        name = "sx",
        description =
                "Runs a line of shell and gives the lines that it writes; 'var files = !ls' is short for it.",
        footer = "Example: var files = %%sx ls")
public final class ShellLinesMagic implements LineMagic<List<String>> {
    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "What the shell is given.")
    private List<String> words = List.of();

    @Override
    public List<String> run(Notebook notebook) throws Exception {
        var written = new StringBuilder();
        ShellCommand.ofSystem().run(String.join(" ", words), notebook, written::append);
        return written.toString().lines().toList();
    }
}
