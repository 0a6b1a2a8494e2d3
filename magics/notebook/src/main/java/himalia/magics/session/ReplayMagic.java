package himalia.magics.session;

import himalia.display.bundle.Listed;
import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.Apart;
import himalia.magics.spi.Job;
import himalia.magics.spi.Jobs;
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
    private static final long PATIENCE = 2_000;
    private static final int MOST_NAMED = 12;

    @Option(names = "--all", description = "Runs those before the last %%reset too.")
    private boolean all;

    @Option(
            names = "--from",
            paramLabel = "CELL",
            description = "Runs those from cell CELL on, to go on behind one that failed.")
    private long from;

    @Override
    public @Nullable Void run(Notebook notebook) throws InterruptedException {
        var ended = ended();
        var counts =
                (List<?>)
                        Objects.requireNonNull(
                                notebook.ask("replay", Map.of("all", all, "from", from)));
        var before = ((Number) counts.get(1)).longValue();
        var failed = ((List<?>) counts.get(2)).stream().map(String::valueOf).toList();
        notebook.display(
                MimeBundle.plain(
                        "Running again, in order, the cells that ended well: "
                                + counts.get(0)
                                + (before == 0
                                        ? ""
                                        : " since %%reset; %%replay --all runs the %d before it too"
                                                .formatted(before))
                                + (failed.isEmpty()
                                        ? ""
                                        : ". Not run, since they did not: cell"
                                                + (failed.size() == 1 ? " " : "s ")
                                                + Listed.of(failed, MOST_NAMED))
                                + (ended.isEmpty()
                                        ? ""
                                        : ". Ended first, since their cells start them again: jobs "
                                                + String.join(", ", ended))));
        return null;
    }

    /** Ends what runs behind the cells: a cell that starts it would be refused as long as it does. */
    private static List<String> ended() throws InterruptedException {
        var names = Jobs.running();
        var jobs = names.stream().map(Jobs::named).toList();
        jobs.forEach(Job::end);
        for (var job : jobs) {
            job.await(PATIENCE);
        }
        return names;
    }
}
