package himalia.magics.session;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the whole session again. */
@Apart
@Command(
        name = "replay",
        description =
                "Runs every cell of this session that ended well again, in order, after a new process or for a clean state:"
                        + " those since the last %%reset, or with --all every one.",
        footer = "Example: %%replay")
public final class ReplayMagic implements LineMagic<Void> {
    @Option(names = "--all", description = "Runs those before the last %%reset too.")
    private boolean all;

    @Override
    public @Nullable Void run(Notebook notebook) {
        var counts = (List<?>) Objects.requireNonNull(notebook.ask("replay", Map.of("all", all)));
        var before = ((Number) counts.get(1)).longValue();
        notebook.display(
                MimeBundle.plain(
                        "Running again, in order, the cells that ended well: "
                                + counts.get(0)
                                + (before == 0
                                        ? ""
                                        : " since %%reset; %%replay --all runs the %d before it too"
                                                .formatted(before))));
        return null;
    }
}
