package himalia.magics.notebook;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Says where relative paths start. */
@Command(name = "pwd", description = "Returns the folder that relative paths start from.")
public final class PwdMagic implements LineMagic<Path> {
    @Override
    public Path run(Notebook notebook) {
        return notebook.directory();
    }
}
