package himalia.magics.streaming;

import himalia.magics.spi.MagicException;
import himalia.streaming.Streams;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import tech.tablesaw.api.Table;

/** The rows of a stream that somebody wants as a table, as long as they are not more than a process can be asked to hold. */
final class KeptRows {
    static final int MOST = 1_000_000;

    private final List<Object> rows = new ArrayList<>();

    /** Takes one more; what it throws ends the stream. */
    synchronized void add(Object row) {
        if (rows.size() == MOST) {
            rows.clear();
            throw new MagicException(
                    "--into keeps %,d rows at most, and the stream has more: end it with --for 30s, or put windows over it; Streams.table(stream) keeps all of one that ends"
                            .formatted(MOST));
        }
        rows.add(row);
    }

    /** Returns them as rows of a stream; of none it has the columns still. */
    synchronized Table table(DataStream<?> stream) {
        return Streams.table(new ArrayList<>(rows), stream);
    }
}
