package himalia.featurestore;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of each entity of a view the latest row of a span, and those whose time is still to come. A row is made when its turn comes, as a
 * view may have millions.
 */
final class LatestRows implements Iterable<SavedRow> {
    private final ViewRows all;
    private final List<String> keys;
    private final EventIndex index;
    private final long now;
    private final int count;

    private LatestRows(ViewRows all, List<String> keys, EventIndex index, long now) {
        this.all = all;
        this.keys = keys;
        this.index = index;
        this.now = now;
        this.count = entities().map(entity -> index.since(entity, now).length).sum();
    }

    /**
     * Looks for them.
     *
     * @param from the earliest time of an event, and {@code to} the latest one, both included
     * @param now what is earlier counts for its latest row alone
     */
    static LatestRows of(ViewRows all, long from, long to, long now) {
        var entities = all.entities().clone();
        for (int row = 0; row < entities.length; row++) {
            if (all.times()[row] < from || all.times()[row] > to) {
                entities[row] = -1;
            }
        }
        var keys = all.texts();
        var index = EventIndex.of(entities, keys.size(), all.times(), all.created());
        return new LatestRows(all, keys, index, now);
    }

    private IntStream entities() {
        return IntStream.range(0, keys.size());
    }

    int count() {
        return count;
    }

    @Override
    public Iterator<SavedRow> iterator() {
        return entities()
                .boxed()
                .flatMap(
                        entity ->
                                Arrays.stream(index.since(entity, now))
                                        .mapToObj(row -> all.saved(keys.get(entity), row)))
                .iterator();
    }
}
