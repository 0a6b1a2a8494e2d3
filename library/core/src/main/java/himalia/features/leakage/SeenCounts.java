package himalia.features.leakage;

import himalia.table.RowFingerprints;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.stream.LongStream;

/** How often something has learnt from each kind of row. */
final class SeenCounts {
    private final Long2IntOpenHashMap times = new Long2IntOpenHashMap();
    private final int rows;
    private final boolean areCounted;

    SeenCounts(RowFingerprints rows) {
        this.rows = rows.rows();
        areCounted = rows.areKnown() && rows.areCounted();
        if (rows.areKnown()) {
            LongStream.of(rows.allHashes()).forEach(hash -> times.addTo(hash, 1));
        }
    }

    /** Returns how many rows it has learnt from. */
    int rows() {
        return rows;
    }

    /** Returns how often it has learnt from such a row; once, where that it has is all that is known. */
    int of(long hash) {
        return times.get(hash);
    }

    /** Returns whether others have all of these, each as often. */
    boolean areIn(SeenCounts others) {
        return times.long2IntEntrySet().stream()
                .allMatch(kind -> kind.getIntValue() <= others.of(kind.getLongKey()));
    }

    /**
     * Returns which share of rows that it has not learnt from equals, by chance, one that it has learnt from once: as many as of
     * those that it has learnt from are two of a kind (Good and Turing).
     */
    double chance() {
        if (!areCounted || rows == 0) {
            return 1;
        }
        long twice = times.values().intStream().filter(count -> count == 2).count();
        return Math.min(1, 2.0 * twice / rows);
    }
}
