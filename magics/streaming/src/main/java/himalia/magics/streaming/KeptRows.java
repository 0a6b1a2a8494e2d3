package himalia.magics.streaming;

import himalia.magics.spi.MagicException;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    synchronized Table table() {
        boolean named =
                rows.stream().allMatch(row -> row instanceof Record || row instanceof Map<?, ?>);
        return named
                ? Tables.of(List.copyOf(rows))
                : Tables.of(rows.stream().map(List::of).toList(), "value");
    }
}
