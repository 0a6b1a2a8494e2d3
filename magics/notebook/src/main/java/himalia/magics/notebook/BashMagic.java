package himalia.magics.notebook;

import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Notebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Runs the cell in bash. */
@Command(name = "bash", description = "Runs the cell in bash.")
public final class BashMagic implements CellMagic<String, Void> {
    @Override
    public @Nullable Void run(Notebook notebook, String body) throws Exception {
        ShellCommand.bash(notebook).run(body, notebook);
        return null;
    }
}
