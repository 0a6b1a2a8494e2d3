package himalia.magics.streaming;

import himalia.magics.spi.CellMagic;
import himalia.magics.spi.Jobs;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.streaming.EventSource;
import himalia.streaming.StreamJob;
import himalia.streaming.Streams;
import himalia.streaming.Windowed;
import himalia.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            "An interrupt ends it. In Java: Streams.show(\"orders\", orders), Flink.jobs()."
        })
public final class FlinkMagic implements CellMagic<Object, Table> {
    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Ends it after so long: 30s, 5m, 1h. Without it: at the stream's end.")
    private @Nullable String time;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of the latest rows are shown. Default: ${DEFAULT-VALUE}.")
    private int rows;

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

    @Override
    public @Nullable Table run(Notebook notebook, Object body) throws InterruptedException {
        var most = time == null ? null : RunTime.of(time);
        if (into != null && background != null) {
            throw new MagicException(
                    "--into waits for the rows, and --background does not; take one of them");
        }
        if (rows < 1) {
            throw new MagicException("--rows must be at least 1, got " + rows);
        }
        if (background != null && Jobs.running().contains(background)) {
            throw new MagicException(
                    "job '%s' runs already; end it with %%jobs end %1$s, or take another name"
                            .formatted(background));
        }
        var kept = Collections.synchronizedList(new ArrayList<Object>());
        var job = shown(body, kept);
        if (background != null) {
            Jobs.start(background, () -> watch(job, most));
            return null;
        }
        wait(job, most);
        return into == null ? null : table(kept);
    }

    private static Table table(List<Object> rows) {
        boolean named =
                rows.stream().allMatch(row -> row instanceof Record || row instanceof Map<?, ?>);
        return named ? Tables.of(rows) : Tables.of(rows.stream().map(List::of).toList(), "value");
    }

    private StreamJob shown(Object body, List<Object> kept) throws InterruptedException {
        var name = background == null ? "flink" : background;
        boolean keeps = into != null;
        if (body instanceof Windowed<?, ?> windowed) {
            return windowed.show(name, rows, row -> keep(row, keeps, kept));
        }
        if (body instanceof DataStream<?> stream) {
            return Streams.show(name, stream, rows, row -> keep(row, keeps, kept));
        }
        if (body instanceof EventSource<?> source) {
            return Streams.show(name, source.stream(), rows, row -> keep(row, keeps, kept));
        }
        throw new MagicException(
                "the cell's last expression is %s, and no stream; Streams.replay(rows, Order.class).stream() makes one of a table"
                        .formatted(
                                body == null
                                        ? "null"
                                        : "of type " + body.getClass().getSimpleName()));
    }

    private static void keep(Object row, boolean keeps, List<Object> kept) {
        if (keeps) {
            kept.add(row);
        }
    }

    /** As a job: what ends that ends the stream. */
    private static void watch(StreamJob job, @Nullable Duration most) throws InterruptedException {
        try {
            wait(job, most);
        } catch (InterruptedException e) {
            job.cancel();
            throw e;
        }
    }

    private static void wait(StreamJob job, @Nullable Duration most) throws InterruptedException {
        if (most != null && !job.await(most)) {
            job.cancel();
        }
        job.await();
    }
}
