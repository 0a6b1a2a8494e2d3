package himalia.storage;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** One pass over the blocks of a CSV file, which fills columns of given forms. */
final class QuickRead {
    private final QuickLayout layout;
    private final QuickBlocks blocks;
    private final @Nullable QuickCells[] cells;
    private final @Nullable TextParts[] parts;
    private final QuickRows[] read;
    private final int rows;
    private final AtomicBoolean isUnsure = new AtomicBoolean();

    QuickRead(QuickLayout layout, QuickBlocks blocks, int[] forms, int rows) {
        this.layout = layout;
        this.blocks = blocks;
        this.rows = rows;
        cells = new QuickCells[forms.length];
        parts = new TextParts[forms.length];
        read = new QuickRows[blocks.count()];
        for (int column = 0; column < forms.length; column++) {
            if (forms[column] == QuickForm.TEXT) {
                parts[column] = new TextParts(rows);
            } else if (forms[column] != QuickLayout.UNKNOWN) {
                cells[column] = QuickCells.of(forms[column], rows);
            }
        }
    }

    /** Reads all blocks; returns whether all rows are written as they can be read here. */
    boolean run(AtomicInteger done) throws IOException {
        Workers.run(
                blocks.count(),
                block -> {
                    if (!isUnsure.get()) {
                        run(block);
                        done.incrementAndGet();
                    }
                });
        return !isUnsure.get();
    }

    private void run(int block) throws IOException {
        var rows = blocks.of(block);
        var reading = layout.rows(cells, parts);
        read[block] = reading;
        int count = reading.read(rows.bytes(), rows.from(), rows.to(), rows.first());
        if (count != blocks.count(block) || !reading.end()) {
            isUnsure.set(true);
            return;
        }
        for (int column = 0; column < layout.columns(); column++) {
            if (reading.isOther(column) && reading.tally(column).form().isEmpty()) {
                isUnsure.set(true);
            }
        }
    }

    /** Returns whether a column has texts of another form than it was begun with. */
    boolean hasOther() {
        return Stream.of(read).anyMatch(QuickRows::hasOther);
    }

    /** Returns the forms that the columns have after all, what the first rows said included. */
    Optional<int[]> forms(QuickRows sample) {
        return layout.forms(
                column -> {
                    var tally = new QuickTally();
                    tally.add(sample.tally(column));
                    Stream.of(read).forEach(rows -> tally.add(rows.tally(column)));
                    return tally;
                });
    }

    /** Returns the columns, when all has been read. */
    List<Column<?>> columns(List<String> names) throws IOException {
        var columns = new Column<?>[names.size()];
        ColumnsOfArrays.beforeThreads();
        Workers.run(columns.length, column -> columns[column] = column(column, names.get(column)));
        return Arrays.asList(columns);
    }

    private Column<?> column(int column, String name) {
        var typed = cells[column];
        if (typed != null) {
            return typed.column(name);
        }
        var part = parts[column];
        if (part == null) {
            return StringColumn.create(name, rows);
        }
        for (int block = 0; block < read.length; block++) {
            int first = blocks.first(block);
            part.add(first, first + blocks.count(block), read[block].texts(column));
        }
        return part.column(name);
    }
}
