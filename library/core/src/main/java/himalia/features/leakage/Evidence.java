package himalia.features.leakage;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the rows of an origin say of something that has learnt from some of them. Rows that are equal are not told apart, but
 * counted: of five equal rows two are test rows, and four were learnt from; so one of the test rows was, at least.
 *
 * @param known how many rows of the origin it has learnt from
 * @param arrived whether one of them has become a row of either table
 * @param certain test rows that it must have learnt from
 * @param single those of them that equal no two rows that it has learnt from
 * @param whole whether it has learnt from all rows of the origin, each as often as it is there
 */
record Evidence(
        int known, boolean arrived, List<Integer> certain, List<Integer> single, boolean whole) {
    /** Returns the same where nobody knows whether all rows of the origin are training rows or test rows. */
    Evidence inDoubt() {
        return new Evidence(known, arrived, certain, single, false);
    }

    /** Puts together what two origins say, of which each has other rows. */
    Evidence and(Evidence other) {
        return new Evidence(
                known + other.known,
                arrived || other.arrived,
                union(certain, other.certain),
                union(single, other.single),
                whole && other.whole);
    }

    private static List<Integer> union(List<Integer> one, List<Integer> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
    }

    /**
     * What rows of an origin have become in a table.
     *
     * @param hashes the fingerprint of each row of the origin, or {@link Arrivals#NONE}
     * @param there those of the table's rows
     */
    record Became(long[] hashes, long[] there) {}

    /**
     * Counts.
     *
     * @param learnt the fingerprint by which each row of the origin would have been learnt from, or {@link Arrivals#NONE}
     */
    static Evidence of(SeenCounts seen, long[] learnt, Became train, Became test) {
        var groups = new Groups();
        var kinds = new Kinds(groups);
        var ends = new Kinds(groups);
        var others = new Kinds(groups);
        boolean arrived = false;
        for (int row = 0; row < learnt.length; row++) {
            long end = test.hashes()[row];
            long other = train.hashes()[row];
            // Rows that were equal when they were learnt from, or are equal now, are of one group.
            groups.add(kinds.place(learnt[row]), ends.place(end), others.place(other));
            arrived |=
                    (end != Arrivals.NONE || other != Arrivals.NONE)
                            && learnt[row] != Arrivals.NONE
                            && seen.of(learnt[row]) > 0;
        }
        int known = 0;
        boolean whole = true;
        for (var kind : kinds.places.long2IntEntrySet()) {
            int times = seen.of(kind.getLongKey());
            int there = kinds.rows(kind.getLongKey());
            int learned = Math.min(times, there);
            whole &= times == there;
            groups.count(kind.getIntValue()).known += learned;
            groups.count(kind.getIntValue()).isSingle &= times <= 1;
            known += learned;
        }
        ends.count(test.there(), (count, rows) -> count.test += rows);
        if (!others.areMore(train.there())) {
            // A sampler that repeats rows leaves none for the test table.
            others.count(train.there(), (count, rows) -> count.train += rows);
        }
        var certain = new ArrayList<Integer>();
        var single = new ArrayList<Integer>();
        for (int row = 0; row < test.there().length; row++) {
            int place = ends.find(test.there()[row]);
            if (place >= 0 && groups.count(place).takeOne()) {
                certain.add(row);
                if (groups.count(place).isSingle) {
                    single.add(row);
                }
            }
        }
        return new Evidence(known, arrived, certain, single, whole);
    }

    /** Rows of an origin that are not told apart. */
    private static final class Count {
        private int rows;
        private int known;
        private int train;
        private int test;
        private boolean isSingle = true;
        private int taken;

        /** Takes one more test row that must have been learnt from, while there are some. */
        private boolean takeOne() {
            int tests = Math.min(test, Math.max(0, rows - train));
            return taken++ < tests - (rows - known);
        }
    }

    private interface Adding {
        void add(Count count, int rows);
    }

    /** Places, of which some are one. */
    private static final class Groups {
        private final List<Count> counts = new ArrayList<>();
        private int[] parents = new int[16];

        private int place() {
            int place = counts.size();
            if (place == parents.length) {
                parents = Arrays.copyOf(parents, 2 * place);
            }
            parents[place] = place;
            counts.add(new Count());
            return place;
        }

        private int root(int place) {
            int at = place;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }

        /** Adds a row that stands at some places, which are one from now on; those below 0 are none. */
        private void add(int... places) {
            int one = -1;
            for (int place : places) {
                if (place >= 0 && one < 0) {
                    one = root(place);
                } else if (place >= 0 && root(place) != one) {
                    counts.get(one).rows += counts.get(root(place)).rows;
                    parents[root(place)] = one;
                }
            }
            if (one >= 0) {
                counts.get(one).rows++;
            }
        }

        private Count count(int place) {
            return counts.get(root(place));
        }
    }

    /** Kinds of rows, by their fingerprints. */
    private static final class Kinds {
        private final Long2IntOpenHashMap places = new Long2IntOpenHashMap();
        private final Long2IntOpenHashMap rows = new Long2IntOpenHashMap();
        private final Groups groups;

        private Kinds(Groups groups) {
            this.groups = groups;
            places.defaultReturnValue(-1);
        }

        private int place(long hash) {
            if (hash == Arrivals.NONE) {
                return -1;
            }
            rows.addTo(hash, 1);
            int known = places.get(hash);
            if (known < 0) {
                known = groups.place();
                places.put(hash, known);
            }
            return known;
        }

        private int find(long hash) {
            return places.get(hash);
        }

        private int rows(long hash) {
            return rows.get(hash);
        }

        /** Returns whether a table has more rows of a kind than there are. */
        private boolean areMore(long[] there) {
            return times(there).long2IntEntrySet().stream()
                    .anyMatch(kind -> kind.getIntValue() > rows(kind.getLongKey()));
        }

        /** Counts the rows of a table, of each kind as many as there are at most. */
        private void count(long[] there, Adding adding) {
            times(there)
                    .long2IntEntrySet()
                    .forEach(
                            kind ->
                                    adding.add(
                                            groups.count(places.get(kind.getLongKey())),
                                            Math.min(kind.getIntValue(), rows(kind.getLongKey()))));
        }

        private Long2IntOpenHashMap times(long[] there) {
            var times = new Long2IntOpenHashMap();
            LongStream.of(there).filter(places::containsKey).forEach(hash -> times.addTo(hash, 1));
            return times;
        }
    }
}
