package himalia.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tech.tablesaw.api.Table;

/** The rows of a CSV file as tables of some of them, one after the other, so that a file may be larger than memory. */
final class QuickTables implements TableReader.Next, AutoCloseable {
    /** So many are in memory at once. */
    private static final int BLOCKS = 16;

    private final FileChannel channel;
    private final Csv csv;
    private final QuickBegin begun;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int next;
    private volatile boolean isSurprised;

    private QuickTables(FileChannel channel, Csv csv, QuickBegin begun) {
        this.channel = channel;
        this.csv = csv;
        this.begun = begun;
    }

    /** Opens a file; returns nothing where its first rows show that DuckDB has to read it. */
    static Optional<QuickTables> open(Source source) throws IOException {
        var csv = QuickCsv.csv(source);
        if (csv.isEmpty()) {
            return Optional.empty();
        }
        var channel = FileChannel.open(source.file());
        try {
            var begun = QuickBegin.of(channel, csv.get());
            if (begun.isPresent()) {
                return Optional.of(new QuickTables(channel, csv.get(), begun.get()));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the rows as batches, which can be read once. */
    ArrowBatches batches() throws IOException {
        var first = next().orElseThrow(() -> new IOException("it has no rows"));
        double all = begun.blocks().count();
        return ArrowBatches.of(
                (allocator, open) ->
                        new WatchedReader(
                                new TableReader(first, allocator, this),
                                allocator,
                                rows -> next / all));
    }

    /** Returns whether a row has come that is not what the first rows said, so that all has to be read otherwise. */
    boolean isSurprised() {
        return isSurprised;
    }

    @Override
    public Optional<Table> next() throws IOException {
        var blocks = begun.blocks();
        if (next == blocks.count()) {
            return Optional.empty();
        }
        int first = next;
        int end = Math.min(blocks.count(), first + BLOCKS);
        Workers.run(end - first, place -> blocks.look(first + place));
        blocks.countRows(first, end);
        var read = new QuickRead(begun.layout(), blocks, begun.forms(), first, end);
        if (!read.run(done) || read.hasOther() || end == blocks.count() && blocks.isOpen(end)) {
            isSurprised = true;
            throw new IOException("rows " + blocks.first(first) + " and on are written otherwise");
        }
        next = end;
        return Optional.of(Table.create("rows", read.columns(csv.columnNames())));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
