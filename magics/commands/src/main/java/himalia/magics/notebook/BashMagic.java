package himalia.magics.notebook;

import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Runs the cell as a shell script. */
@Command(name = "bash", description = "Runs the cell as a shell script.")
public final class BashMagic implements CellMagic<String, Void> {
    @Override
    public @Nullable Void run(Notebook notebook, String body) throws Exception {
        ShellCommand.run(body, notebook);
        return null;
    }
}
