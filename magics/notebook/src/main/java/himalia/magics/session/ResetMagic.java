package himalia.magics.session;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets every name. */
@Apart
@Command(
        name = "reset",
        description =
                "Forgets all variables, methods, types and imports, and frees their memory; added libraries stay.",
        footer = "Example: %%reset --class-path")
public final class ResetMagic implements LineMagic<Void> {
    @Option(names = "--class-path", description = "Takes added libraries off the class path too.")
    private boolean classPath;

    @Option(
            names = "-f",
            description = "Accepted for IPython's sake: nothing is asked here in any case.")
    private boolean force;

    @Override
    public @Nullable Void run(Notebook notebook) {
        notebook.ask("reset", Map.of("classPath", classPath));
        return null;
    }
}
