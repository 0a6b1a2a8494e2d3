package himalia.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;

/** Batches of one reader, held beside each other, so that a column is made of many of them at once. */
final class HeldBatches implements AutoCloseable {
    /** In cells: the system clears each page of memory that is new, and more need more than the threads save time. */
    static final long MOST = 500_000;

    /** In bytes: as many cells of long texts would take gigabytes. */
    static final long MOST_BYTES = 64L << 20;

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

    /** What takes a vector and how many rows it has. */
    interface Taker {
        void take(FieldVector vector, int rows);
    }

    /** Loads batches until it is full; returns whether there may be more. */
    boolean load(ArrowReader reader) throws IOException {
        while (!isFull()) {
            if (!reader.loadNextBatch()) {
                return false;
            }
            add();
        }
        return true;
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

    /** Hands over what is held of a column, one batch after the other; each column may have its thread. */
    void move(int column, Taker taker) {
        var held = columns.get(column);
        for (int i = 0; i < held.size(); i++) {
            taker.take(held.get(i), counts.get(i));
        }
        held.clear();
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
