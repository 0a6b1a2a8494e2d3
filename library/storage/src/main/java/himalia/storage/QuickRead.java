package himalia.storage;

import himalia.table.FirstTable;
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
    private final int first;
    private final long origin;
    private final int rows;
    private final AtomicBoolean isUnsure = new AtomicBoolean();

    /** Begins to read the blocks from one to before another. */
    QuickRead(QuickLayout layout, QuickBlocks blocks, int[] forms, int first, int end) {
        this.layout = layout;
        this.blocks = blocks;
        this.first = first;
        origin = blocks.first(first);
        rows = (int) (blocks.first(end - 1) + blocks.count(end - 1) - origin);
        cells = new QuickCells[forms.length];
        parts = new TextParts[forms.length];
        read = new QuickRows[end - first];
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
                read.length,
                place -> {
                    if (!isUnsure.get()) {
                        run(place);
                        done.incrementAndGet();
                    }
                });
        return !isUnsure.get();
    }

    private void run(int place) throws IOException {
        var block = blocks.of(first + place, origin);
        var reading = layout.rows(cells, parts);
        read[place] = reading;
        int count = reading.read(block.bytes(), block.from(), block.to(), block.first());
        if (count != blocks.count(first + place) || !reading.end()) {
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
        FirstTable.begin();
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
        for (int place = 0; place < read.length; place++) {
            int from = (int) (blocks.first(first + place) - origin);
            part.add(from, from + blocks.count(first + place), read[place].texts(column));
        }
        return part.column(name);
    }
}
