package himalia.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tech.tablesaw.api.Table;

/**
 * Reads a CSV file that is written as most are, on all cores, from bytes to the arrays of a table. The types are those that
 * {@link CsvScan} finds; where a file has anything that is not sure to be one of them, nothing is read here, and DuckDB
 * reads it all. See decision 0032.
 */
final class QuickCsv {
    private final FileChannel channel;
    private final Csv csv;
    private final FileWork job;

    private QuickCsv(FileChannel channel, Csv csv, FileWork job) {
        this.channel = channel;
        this.csv = csv;
        this.job = job;
    }

    /** Returns the table of a file, or nothing where DuckDB has to read it. */
    static Optional<Table> read(Source source, String name, FileWork job) throws IOException {
        var csv = csv(source);
        if (csv.isEmpty()) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(source.file())) {
            return new QuickCsv(channel, csv.get(), job).table(name);
        }
    }

    /** Returns how a file is written, if it may be read here. */
    static Optional<Csv> csv(Source source) throws IOException {
        if (Csv.isPacked(source.file()) || !isUsual(source.options())) {
            return Optional.empty();
        }
        var csv = Csv.of(source);
        // One column alone has no separator, and its missing values are empty lines.
        return csv.names().size() < 2
                        || Csv.SEPARATORS.indexOf(csv.separator()) < 0
                        || csv.options().skip() > 0
                        || csv.lineEnd().isPresent()
                ? Optional.empty()
                : Optional.of(csv);
    }

    private static boolean isUsual(CsvOptions options) {
        return options.skip() == 0
                && options.decimal() == '.'
                && options.thousands().isEmpty()
                && options.dates().isEmpty()
                && options.missing().isEmpty();
    }

    private Optional<Table> table(String name) throws IOException {
        var begun = QuickBegin.of(channel, csv);
        return begun.isEmpty() ? Optional.empty() : table(name, begun.get());
    }

    private Optional<Table> table(String name, QuickBegin begun) throws IOException {
        var layout = begun.layout();
        var blocks = begun.blocks();
        int end = blocks.count();
        var done = new AtomicInteger();
        job.measure(() -> done.get() / (2.0 * end));
        Workers.run(
                end,
                block -> {
                    blocks.look(block);
                    done.incrementAndGet();
                });
        if (blocks.countRows() > Integer.MAX_VALUE - 8 || blocks.isOpen(end)) {
            return Optional.empty();
        }
        var first = new QuickRead(layout, blocks, begun.forms(), 0, end);
        if (!first.run(done)) {
            return Optional.empty();
        }
        if (!first.hasOther()) {
            return Optional.of(Table.create(name, first.columns(csv.columnNames())));
        }
        var found = first.forms(begun.sample());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var second = new QuickRead(layout, blocks, found.get(), 0, end);
        return second.run(done) && !second.hasOther()
                ? Optional.of(Table.create(name, second.columns(csv.columnNames())))
                : Optional.empty();
    }
}
