package himalia.magics.session;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the front end to close. */
@Apart
@Command(
        name = "exit",
        aliases = "quit",
        description =
                "Asks the front end to close after this cell; consoles do, and shut the kernel down."
                        + " JupyterLab stays: close it, or shut the kernel down in its menu.",
        footer = "Example: %%exit")
public final class ExitMagic implements LineMagic<Void> {
    @Option(names = "--keep-kernel", description = "Leaves the kernel running.")
    private boolean keepKernel;

    @Override
    public @Nullable Void run(Notebook notebook) {
        notebook.ask("exit", Map.of("keepKernel", keepKernel));
        return null;
    }
}
