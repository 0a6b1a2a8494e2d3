package himalia.featurestore;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/** Finds the latest event of an entity at or before a moment. */
final class EventIndex {
    private final int[] starts;
    private final int[] order;
    private final long[] times;
    private final long[] created;

    private EventIndex(int[] starts, int[] order, long[] times, long[] created) {
        this.starts = starts;
        this.order = order;
        this.times = times;
        this.created = created;
    }

    /**
     * Sorts the events of each entity: by time, of one time by when they were written, of one writing as they stand.
     *
     * @param entities the number of each row's entity, from 0; -1 for a row without one
     * @param times of the events; a row that misses it is left out
     * @param created when rows were written; those that miss it were there from the start
     */
    static EventIndex of(int[] entities, int count, long[] times, long[] created) {
        var starts = new int[count + 1];
        for (int row = 0; row < times.length; row++) {
            if (isIn(entities, times, row)) {
                starts[entities[row] + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = Arrays.copyOf(starts, count);
        var order = new int[starts[count]];
        for (int row = 0; row < times.length; row++) {
            if (isIn(entities, times, row)) {
                order[next[entities[row]]++] = row;
            }
        }
        var index = new EventIndex(starts, order, times, created);
        for (int entity = 0; entity < count; entity++) {
            index.sort(starts[entity], starts[entity + 1]);
        }
        return index;
    }

    private static boolean isIn(int[] entities, long[] times, int row) {
        return entities[row] >= 0 && times[row] != Moments.MISSING;
    }

    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (compare(order[i - 1], order[i]) > 0) {
                // A stable sort, so that of equal rows the later one stays the later one. On a
                // copy, because
                // its own is one of the whole array.
                int[] some = Arrays.copyOfRange(order, from, to);
                IntArrays.mergeSort(some, this::compare);
                System.arraycopy(some, 0, order, from, some.length);
                return;
            }
        }
    }

    private int compare(int one, int other) {
        int byTime = Long.compare(times[one], times[other]);
        return byTime != 0 ? byTime : Long.compare(created[one], created[other]);
    }

    /**
     * Returns the row of the latest event, or -1.
     *
     * @param entity its number, or -1
     * @param at the latest moment that counts, itself included
     * @param writtenBy rows that were written later are not seen
     */
    int latest(int entity, long at, long writtenBy) {
        if (entity < 0) {
            return -1;
        }
        for (int place = after(entity, at) - 1; place >= starts[entity]; place--) {
            if (created[order[place]] <= writtenBy) {
                return order[place];
            }
        }
        return -1;
    }

    /** Returns the rows of an entity's events from the latest one at or before a moment on, the earliest first. */
    int[] since(int entity, long at) {
        int first = Math.max(starts[entity], after(entity, at) - 1);
        return Arrays.copyOfRange(order, first, starts[entity + 1]);
    }

    /** Returns the place of the first event after a moment. */
    private int after(int entity, long at) {
        int low = starts[entity];
        int high = starts[entity + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[order[middle]] <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the rows of an entity's events, the earliest first. */
    int[] events(int entity) {
        return entity < 0
                ? new int[0]
                : Arrays.copyOfRange(order, starts[entity], starts[entity + 1]);
    }
}
