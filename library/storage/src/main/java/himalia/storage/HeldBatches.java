package himalia.storage;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Batches of one reader, held beside each other, so that a column is made of many of them at once. */
final class HeldBatches implements AutoCloseable {
    /** In cells: the system clears each page of memory that is new, and more need more than the threads save time. */
    private static final long MOST = 500_000;

    /** In bytes: as many cells of long texts would take gigabytes. */
    private static final long MOST_BYTES = 128L << 20;

    private final VectorSchemaRoot root;
    private final List<List<FieldVector>> columns = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private int rows;
    private long bytes;

    HeldBatches(VectorSchemaRoot root) {
        this.root = root;
        for (int i = 0; i < root.getFieldVectors().size(); i++) {
            columns.add(new ArrayList<>());
        }
    }

    /** What takes the rows that a vector of the reader has. */
    interface Taker {
        void take(int rows);
    }

    /** Takes the batch that the reader has loaded; its vectors are empty then. */
    void add() {
        for (int i = 0; i < columns.size(); i++) {
            bytes += root.getVector(i).getBufferSize();
            var pair = root.getVector(i).getTransferPair(root.getVector(i).getAllocator());
            pair.transfer();
            columns.get(i).add((FieldVector) pair.getTo());
        }
        counts.add(root.getRowCount());
        rows += root.getRowCount();
    }

    int rows() {
        return rows;
    }

    boolean isFull() {
        return (long) rows * columns.size() >= MOST || bytes >= MOST_BYTES;
    }

    /** Gives the reader's vector of a column what was held, one batch after the other; each column may have its thread. */
    void give(int column, Taker taker) {
        var held = columns.get(column);
        for (int i = 0; i < held.size(); i++) {
            held.get(i).makeTransferPair(root.getVector(column)).transfer();
            taker.take(counts.get(i));
        }
    }

    /** Holds nothing any more. */
    void clear() {
        columns.forEach(
                column -> {
                    column.forEach(FieldVector::close);
                    column.clear();
                });
        counts.clear();
        rows = 0;
        bytes = 0;
    }

    @Override
    public void close() {
        clear();
    }
}
