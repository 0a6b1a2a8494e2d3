package himalia.magics.session;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a notebook as part of the cell. */
@Apart
@Command(
        name = "run",
        description =
                "Runs the code cells of a notebook (or a .jshell or .java file) as part of this cell,"
                        + " so what they declare stays.",
        footer = "Example: %%run preparation.ipynb")
public final class RunMagic implements LineMagic<Void> {
    @Parameters(paramLabel = "NOTEBOOK", description = "The file; its ending may be left out.")
    private String file = "";

    @Override
    public @Nullable Void run(Notebook notebook) throws Exception {
        var code = CodeFile.find("%run", notebook.directory(), file, ".ipynb");
        notebook.ask("run", Map.of("sources", code.sources()));
        return null;
    }
}
