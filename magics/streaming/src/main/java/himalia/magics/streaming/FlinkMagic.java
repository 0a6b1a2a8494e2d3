package himalia.magics.streaming;

import himalia.cluster.Cluster;
import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Jobs;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** Runs the stream that a cell makes, and shows it as it runs. */
@Command(
        name = "flink",
        description =
                "Runs the stream that the cell's last expression is, and shows it as it runs.",
        footer = {
            "Example: %%%%flink --for 30s",
            "and below it: Windows.tumbling(Duration.ofMinutes(1)).over(orders, Order::shop, Order::amount)",
            "An interrupt ends it. In Java: Streams.show(\"orders\", orders), Flink.jobs(); with --on: cluster.on(orders)."
        })
public final class FlinkMagic implements CellMagic<Object, Table> {
    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Ends it after so long: 30s, 5m, 1h. Without it: at the stream's end.")
    private @Nullable String time;

    @Mixin private final LookWords look = new LookWords();

    @Option(
            names = "--background",
            paramLabel = "NAME",
            description =
                    "Runs it behind the cells, as a job of that name: %%jobs lists and ends it.")
    private @Nullable String background;

    @Option(
            names = "--into",
            paramLabel = "VARIABLE",
            description = "The variable that a table of all rows goes into, when it is over.")
    private @Nullable String into;

    @Option(
            names = "--on",
            paramLabel = "HOST:PORT",
            description = "A Flink cluster that runs it, by the host and port of its page.")
    private @Nullable String on;

    @Override
    public @Nullable Table run(Notebook notebook, Object body) throws InterruptedException {
        var most = time == null ? null : RunTime.of(time);
        var looked = look.look();
        if (into != null && background != null) {
            throw new MagicException(
                    "--into waits for the rows, and --background does not; take one of them");
        }
        if (background != null && Jobs.running().contains(background)) {
            throw new MagicException(
                    "job '%s' runs already; end it with %%jobs end %1$s, or take another name"
                            .formatted(background));
        }
        var shown =
                ShownStream.of(
                        on == null ? body : ShownStream.there(Cluster.at(on), body),
                        background == null ? ShownStream.free("flink") : background,
                        looked,
                        into != null);
        if (background != null) {
            Jobs.start(background, () -> shown.watch(most));
            return null;
        }
        try {
            shown.await(most);
        } catch (InterruptedException e) {
            if (into != null) {
                notebook.display(
                        MimeBundle.plain(
                                "The interrupt ended the cell before '%s' had its rows; with --for 30s the stream ends by itself, and fills it."
                                        .formatted(into)));
            }
            throw e;
        }
        return into == null ? null : shown.table();
    }
}
