package himalia.magics.notebook;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one line of shell. */
@Command(
        name = "sh",
        description = "Runs a line of shell; !command is short for it.",
        footer = "Example: !ls -l")
public final class ShellMagic implements LineMagic<Void> {
    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "What the shell is given.")
    private List<String> words = List.of();

    @Override
    public @Nullable Void run(Notebook notebook) throws Exception {
        ShellCommand.ofSystem().run(String.join(" ", words), notebook);
        return null;
    }
}
