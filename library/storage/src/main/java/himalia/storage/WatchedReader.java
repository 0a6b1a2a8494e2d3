package himalia.storage;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** ArrowBatches of another reader, as they are, and how much of them has gone by; any thread may ask. */
final class WatchedReader extends ArrowReader {
    private final ArrowReader source;
    private final Gauge gauge;
    private long rows;
    private boolean closed;
    private volatile boolean asked;
    private volatile double share;
    private volatile @Nullable Exception broken;
    private Consumer<VectorSchemaRoot> look = batch -> {};

    WatchedReader(ArrowReader source, BufferAllocator allocator, Gauge gauge) {
        super(allocator);
        this.source = source;
        this.gauge = gauge;
    }

    /** Knows which share of a source has gone by, from 0 to 1, when so many rows have. */
    interface Gauge {
        double share(long rows) throws IOException;

        /** Returns how many rows there are in all, 0 where nobody knows. */
        default long all() throws IOException {
            return 0;
        }
    }

    /** Has somebody look at each batch that goes by. */
    void look(Consumer<VectorSchemaRoot> at) {
        look = at;
    }

    /** Returns how many rows there are in all, 0 where nobody knows. */
    long all() throws IOException {
        return gauge.all();
    }

    /** Asks what knows the share. */
    double gauge(long rows) throws IOException {
        return gauge.share(rows);
    }

    /** Returns which share has gone by; before anybody asks, nobody finds it out. */
    double share() {
        asked = true;
        return share;
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        boolean more = next();
        if (more) {
            rows += source.getVectorSchemaRoot().getRowCount();
            look.accept(source.getVectorSchemaRoot());
            if (asked) {
                share = gauge.share(rows);
            }
        }
        return more;
    }

    /** DuckDB asks on, by another thread, where a batch could not be read: what broke is told again. */
    private boolean next() throws IOException {
        if (broken instanceof IOException unread) {
            throw unread;
        }
        if (broken instanceof RuntimeException damaged) {
            throw damaged;
        }
        try {
            return source.loadNextBatch();
        } catch (IOException | RuntimeException e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public VectorSchemaRoot getVectorSchemaRoot() throws IOException {
        return source.getVectorSchemaRoot();
    }

    @Override
    public Map<Long, Dictionary> getDictionaryVectors() throws IOException {
        return source.getDictionaryVectors();
    }

    @Override
    public @Nullable Dictionary lookup(long id) {
        return source.lookup(id);
    }

    @Override
    public Set<Long> getDictionaryIds() {
        return source.getDictionaryIds();
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() throws IOException {
        close(true);
    }

    @Override
    public void close(boolean closeReadSource) throws IOException {
        // DuckDB closes what it has read, and a stream of its own bears it once.
        if (!closed) {
            closed = true;
            source.close(closeReadSource);
        }
    }

    @Override
    protected void closeReadSource() throws IOException {
        source.close();
    }

    @Override
    protected Schema readSchema() throws IOException {
        return source.getVectorSchemaRoot().getSchema();
    }
}
