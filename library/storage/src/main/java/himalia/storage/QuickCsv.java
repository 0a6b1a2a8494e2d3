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
    private static final int SAMPLE = 1 << 16;

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
        if (Csv.isPacked(source.file()) || !isUsual(source.options())) {
            return Optional.empty();
        }
        var csv = Csv.of(source);
        // One column alone has no separator, and its missing values are empty lines.
        if (csv.names().size() < 2 || csv.separator() > 127 || csv.lineEnd().isPresent()) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(source.file())) {
            return new QuickCsv(channel, csv, job).table(name);
        }
    }

    private static boolean isUsual(CsvOptions options) {
        return options.skip() == 0
                && options.decimal() == '.'
                && options.thousands().isEmpty()
                && options.dates().isEmpty()
                && options.missing().isEmpty();
    }

    private Optional<Table> table(String name) throws IOException {
        var sample = new byte[SAMPLE + QuickRows.PADDING];
        int length = QuickBlocks.read(channel, sample, 0, 0, SAMPLE);
        int begin = begin(sample, length);
        int end = QuickBlocks.lastLineEnd(sample, begin, length);
        if (begin < 0 || end <= begin) {
            return Optional.empty();
        }
        boolean isCarriage = end - begin > 1 && sample[end - 2] == '\r';
        var layout = new QuickLayout((byte) csv.separator(), isCarriage, csv.names().size());
        var looking = layout.looking();
        if (looking.read(sample, begin, end, 0) < 0) {
            return Optional.empty();
        }
        var forms = layout.forms(looking::tally);
        return forms.isEmpty()
                ? Optional.empty()
                : table(name, layout, looking, forms.get(), begin);
    }

    /** Returns where the first row begins, -1 where that is not to be seen. */
    private int begin(byte[] bytes, int length) {
        if (!csv.options().header()) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private Optional<Table> table(
            String name, QuickLayout layout, QuickRows sample, int[] forms, long begin)
            throws IOException {
        var blocks = new QuickBlocks(channel, begin, layout.isCarriage());
        var done = new AtomicInteger();
        job.measure(() -> done.get() / (2.0 * blocks.count()));
        Workers.run(
                blocks.count(),
                block -> {
                    blocks.look(block);
                    done.incrementAndGet();
                });
        long rows = blocks.countRows();
        if (blocks.isOpen(blocks.count()) || rows > Integer.MAX_VALUE - 8) {
            return Optional.empty();
        }
        var first = new QuickRead(layout, blocks, forms, (int) rows);
        if (!first.run(done)) {
            return Optional.empty();
        }
        if (!first.hasOther()) {
            return Optional.of(Table.create(name, first.columns(csv.columnNames())));
        }
        var found = first.forms(sample);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var second = new QuickRead(layout, blocks, found.get(), (int) rows);
        return second.run(done) && !second.hasOther()
                ? Optional.of(Table.create(name, second.columns(csv.columnNames())))
                : Optional.empty();
    }
}
