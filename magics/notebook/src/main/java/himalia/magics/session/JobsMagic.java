package himalia.magics.session;

import himalia.magics.spi.Job;
import himalia.magics.spi.Jobs;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the work behind the cells, ends it, waits for it. */
@Command(
        name = "jobs",
        description = "Lists what Jobs.start has started; ends a job, or waits for it.",
        footer = {
            "Example: %%jobs wait index",
            "In Java: Jobs.list(), Jobs.named(\"index\").end()"
        })
public final class JobsMagic implements LineMagic<List<JobRow>> {
    private static final long PATIENCE = 2_000;

    enum Action {
        END,
        WAIT
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            description = "end or wait; lists all jobs without one.")
    private @Nullable Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Which job.")
    @ValuesFrom(JobNames.class)
    private @Nullable String name;

    @Override
    public List<JobRow> run(Notebook notebook) throws InterruptedException {
        if (action == null) {
            return Jobs.list().stream().map(JobRow::of).toList();
        }
        var verb = action == Action.END ? "end" : "wait";
        if (name == null) {
            throw new MagicException("which job? Write %jobs " + verb + " NAME; %jobs lists them");
        }
        return List.of(JobRow.of(action == Action.END ? ended(name) : awaited(name)));
    }

    /** A cell that waits for work fails where that does. */
    private static Job awaited(String name) throws InterruptedException {
        var job = Jobs.named(name).await();
        if (job.state() == Job.State.FAILED) {
            var failure = job.failure().orElseThrow();
            throw new MagicException("job '%s' failed: %s".formatted(name, failure), failure);
        }
        return job;
    }

    private static Job ended(String name) throws InterruptedException {
        var job = Jobs.named(name);
        job.end();
        if (!job.await(PATIENCE)) {
            throw new MagicException(
                    "job '%s' does not end: it calls something that no interrupt ends; %%jvm --restart ends all"
                            .formatted(name));
        }
        return job;
    }
}
