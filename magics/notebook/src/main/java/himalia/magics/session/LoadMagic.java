package himalia.magics.session;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a file of code as part of the cell. */
@Apart
@Command(
        name = "load",
        description =
                "Runs a file (.java, .jshell, .ipynb; the ending may be left out) as part of this cell,"
                        + " so what it declares stays.",
        footer = {
            "Example: %%load helpers.jshell",
            "It runs the file, as IJava does; --edit puts its text into the cell instead, as IPython does."
        })
public final class LoadMagic implements LineMagic<Void> {
    @Option(
            names = "--edit",
            description = "Puts the text of the file into this cell, and runs nothing.")
    private boolean edit;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private String file = "";

    @Override
    public @Nullable Void run(Notebook notebook) throws Exception {
        var code = CodeFile.find("%load", notebook.directory(), file, ".jshell");
        if (edit) {
            var text = Files.readString(code.path());
            notebook.ask("next input", Map.of("text", text, "replace", true));
        } else {
            notebook.ask("run", Map.of("sources", code.sources()));
        }
        return null;
    }
}
