package himalia.magics.session;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Runs the whole session again. */
@Apart
@Command(
        name = "replay",
        description =
                "Runs every cell of this session that ended well again, in order: after a new process, or for a clean state.",
        footer = "Example: %%replay")
public final class ReplayMagic implements LineMagic<Void> {
    @Override
    public @Nullable Void run(Notebook notebook) {
        var count = notebook.ask("replay", Map.of());
        notebook.display(
                MimeBundle.plain("Running again, in order, the cells that ended well: " + count));
        return null;
    }
}
