package himalia.storage;

import org.apache.arrow.vector.FieldVector;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/** A column of a table that grows by what a vector holds, batch by batch: as a whole where that can be, else cell by cell. */
final class GrownColumn {
    private final FieldVector vector;
    private final int place;
    private @Nullable VectorCells whole;
    private TableBuilder.@Nullable Growing single;
    private int rows;

    /**
     * Begins the column of a place.
     *
     * @param cells that take it; null is those of its type
     * @param expected how many rows it has, as far as somebody knows
     */
    GrownColumn(FieldVector vector, int place, @Nullable VectorCells cells, int expected) {
        this.vector = vector;
        this.place = place;
        whole = cells == null ? VectorCells.of(vector) : cells;
        if (whole != null) {
            whole.reserve(expected);
        }
    }

    int rows() {
        return rows;
    }

    /** Takes how many rows it may have. */
    void expect(int rows) {
        if (whole != null) {
            whole.expect(rows);
        }
    }

    /** Appends what is held of this column. */
    void append(HeldBatches held) {
        if (whole != null) {
            whole.reserve(rows + held.rows());
        }
        held.move(
                place,
                (batch, count) -> {
                    try (batch) {
                        append(batch, count);
                    }
                });
    }

    /** Returns which of the batches' columns it is. */
    int place() {
        return place;
    }

    /** Appends what a vector of a batch holds, which is empty then. */
    void append(FieldVector batch, int count) {
        batch.makeTransferPair(vector).transfer();
        append(count);
    }

    /** Appends what the vector holds now. */
    void append(int count) {
        rows += count;
        if (whole != null && whole.take(vector, count)) {
            return;
        }
        var column = single();
        for (int row = 0; row < count; row++) {
            if (vector.isNull(row)) {
                column.column().appendMissing();
            } else {
                column.cell().append(row);
            }
        }
    }

    private TableBuilder.Growing single() {
        if (single != null) {
            return single;
        }
        var begun = TableBuilder.growing(vector);
        if (whole != null) {
            join(begun.column(), whole.column());
            whole = null;
        }
        single = begun;
        return begun;
    }

    /** Both are of one type. */
    @SuppressWarnings("unchecked")
    private static <T> void join(Column<T> column, Column<?> taken) {
        column.append((Column<T>) taken);
    }

    Column<?> column() {
        return whole == null ? single().column() : whole.column();
    }
}
