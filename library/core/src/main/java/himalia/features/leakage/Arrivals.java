package himalia.features.leakage;

import himalia.table.RowFingerprints;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tech.tablesaw.api.Table;

/**
 * Which rows of an origin have become which rows of a table, and by which ways. Most tables come by one. Another is taken where
 * it explains many of the rows that those before do not: rows of zeros are equal by many ways.
 */
final class Arrivals {
    /** Of the rows that are not explained yet, a way explains so many, or is none. */
    private static final double WORTH = 0.1;

    /** Stands for a row that has not arrived. */
    static final long NONE = 0;

    private final List<String> columns;
    private final long[] there;
    private final long[] hashes;
    private final boolean[] explained;
    private final List<Ways.Way> ways = new ArrayList<>();

    /**
     * Finds them.
     *
     * @param rows how many the origin has
     * @param table what they may have become
     * @param columns its features
     */
    Arrivals(int rows, Table table, List<String> columns) {
        this.columns = columns;
        this.there = columns.isEmpty() ? new long[0] : RowFingerprints.ofEach(table, columns);
        this.hashes = new long[rows];
        this.explained = new boolean[there.length];
    }

    /** Returns the features of a table. */
    static List<String> features(Table table, String label) {
        return table.columnNames().stream().filter(name -> !name.equals(label)).toList();
    }

    List<String> columns() {
        return columns;
    }

    /** Returns the fingerprint of each row of the table. */
    long[] there() {
        return there;
    }

    /** Returns for each row of the origin the fingerprint that it has in the table, or {@link #NONE}. */
    long[] hashes() {
        return hashes;
    }

    /** Returns which rows of the table some row of the origin has become. */
    boolean[] explained() {
        return explained;
    }

    /** Returns how many of the table's rows are explained. */
    int arrived() {
        return there.length - open();
    }

    /** Returns the share of the table's rows that are explained, from 0 to 1. */
    double share() {
        return there.length == 0 ? 0 : arrived() / (double) there.length;
    }

    /** Returns how many rows of the origin the table takes up: of each kind no more than either has. */
    int filled() {
        var times = new Long2IntOpenHashMap();
        LongStream.of(hashes).filter(hash -> hash != NONE).forEach(hash -> times.addTo(hash, 1));
        int filled = 0;
        for (long hash : there) {
            if (times.addTo(hash, -1) > 0) {
                filled++;
            }
        }
        return filled;
    }

    /** Returns whether the table has more rows of a kind than the origin. */
    boolean areRepeated() {
        return filled() < arrived();
    }

    /** Returns the ways that were found, with all rows of the origin. */
    List<Ways.Way> ways() {
        return ways;
    }

    /**
     * Finds the ways.
     *
     * @param likely ways that are taken whatever they explain: those that the rows of the other table have gone
     * @param looked the fingerprints of some rows of the origin, by each way that ends at the table's columns
     * @param go goes one with all rows
     */
    void find(
            List<Ways.Way> likely,
            Map<List<Integer>, long[]> looked,
            Function<List<Integer>, Ways.Way> go) {
        var left = new HashMap<>(looked);
        for (var way : likely) {
            if (left.remove(way.steps()) != null) {
                take(way, new LongOpenHashSet(openRows()), 0);
            }
        }
        while (!left.isEmpty() && open() > 0) {
            var wanted = new LongOpenHashSet(openRows());
            List<Integer> best = List.of();
            long most = 0;
            for (var each : left.entrySet()) {
                long count = LongStream.of(each.getValue()).filter(wanted::contains).count();
                boolean isShorter = each.getKey().size() < best.size();
                if (count > most || count == most && most > 0 && isShorter) {
                    most = count;
                    best = each.getKey();
                }
            }
            if (most == 0 || !take(go.apply(best), wanted, WORTH)) {
                return;
            }
            left.remove(best);
        }
    }

    /** Takes a way if it explains such a share of the rows that are not explained yet. */
    private boolean take(Ways.Way way, LongOpenHashSet wanted, double worth) {
        var made = RowFingerprints.ofEach(way.rows(), columns);
        var found = new LongOpenHashSet();
        LongStream.of(made).filter(wanted::contains).forEach(found::add);
        long more =
                IntStream.range(0, there.length)
                        .filter(row -> !explained[row] && found.contains(there[row]))
                        .count();
        if (more == 0 || more < worth * open()) {
            return false;
        }
        for (int row = 0; row < made.length; row++) {
            int from = way.from()[row];
            if (hashes[from] == NONE && found.contains(made[row])) {
                hashes[from] = made[row];
            }
        }
        for (int row = 0; row < there.length; row++) {
            explained[row] |= found.contains(there[row]);
        }
        ways.add(way);
        return true;
    }

    private int open() {
        return (int) IntStream.range(0, explained.length).filter(row -> !explained[row]).count();
    }

    private long[] openRows() {
        return IntStream.range(0, there.length)
                .filter(row -> !explained[row])
                .mapToLong(row -> there[row])
                .toArray();
    }
}
