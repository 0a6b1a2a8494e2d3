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
        areCounted = rows.areKnown() && rows.areCounted();
        if (rows.areKnown()) {
            LongStream.of(rows.allHashes()).forEach(hash -> times.addTo(hash, 1));
        }
        this.rows = rows.rows();
    }

    /** Returns how many rows it has learnt from. */
    int rows() {
        return rows;
    }

    /** Returns how often it has learnt from such a row; once, where that it has is all that is known. */
    int of(long hash) {
        return times.get(hash);
    }

    /** Returns whether it is known how often; a file of an older version says of each kind that it was there. */
    boolean areCounted() {
        return areCounted;
    }

    /** Returns whether others have all of these, each as often. */
    boolean areIn(SeenCounts others) {
        return times.long2IntEntrySet().stream()
                .allMatch(kind -> kind.getIntValue() <= others.of(kind.getLongKey()));
    }

    /** Returns whether these are the rows of a table, by their fingerprints. */
    boolean are(long[] hashes) {
        var others = new Long2IntOpenHashMap();
        LongStream.of(hashes).forEach(hash -> others.addTo(hash, 1));
        return hashes.length == rows
                && (areCounted ? others.equals(times) : others.keySet().equals(times.keySet()));
    }

    /**
     * Returns which share of rows that it has not learnt from equals, by chance, one that it has learnt from once: as many as of
     * those that it has learnt from are two of a kind (Good and Turing), at most.
     *
     * @param isFine whether some column has so many values that no two are equal by chance; else the next row may be the first pair
     */
    double chance(boolean isFine) {
        long twice =
                areCounted
                        ? times.values().intStream().filter(count -> count == 2).count()
                        : rows - times.size();
        return Math.min(1, 2.0 * (twice + (isFine ? 0 : 1)) / Math.max(1, rows));
    }
}
