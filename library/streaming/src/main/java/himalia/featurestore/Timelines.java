package himalia.featurestore;

import himalia.featurestore.EntityTimeline.Event;
import himalia.featurestore.EntityTimeline.Prediction;
import himalia.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Draws up what one entity was, and what predictions would have seen. */
final class Timelines {
    private Timelines() {}

    static EntityTimeline of(ViewRows rows, FeatureName name, Table asking, long[] at) {
        var view = rows.known().view();
        int[] entities = rows.find(asking);
        for (int row = 1; row < entities.length; row++) {
            if (!described(asking, view, row).equals(described(asking, view, 0))) {
                throw new IllegalArgumentException(
                        "a timeline is of one entity, and row %d asks for another one (%s, the first row for %s); choose its rows by table.where(…)"
                                .formatted(
                                        row,
                                        described(asking, view, row),
                                        described(asking, view, 0)));
            }
        }
        if (entities.length == 0) {
            throw new IllegalArgumentException(
                    "no rows ask, so there is no entity to draw a timeline of");
        }
        var column = rows.only(List.of(name.feature())).columns().values().iterator().next();
        var found = rows.find(asking, at, Visibility.EVER_CREATED);
        var predictions = new ArrayList<Prediction>();
        for (int row = 0; row < at.length; row++) {
            long event = found.times()[row];
            predictions.add(
                    new Prediction(
                            Moments.instant(at[row]),
                            text(found.columns().get(name.feature()), row),
                            event == Moments.MISSING
                                    ? Duration.ZERO
                                    : Duration.ofNanos(at[row] - event)));
        }
        predictions.sort(Comparator.comparing(Prediction::time));
        return new EntityTimeline(
                name.toString(),
                described(asking, view, 0),
                events(rows, rows.index().events(entities[0]), column, view.ttlNanos()),
                predictions);
    }

    /** Of several rows of one time only the last one was ever seen. */
    private static List<Event> events(ViewRows rows, int[] order, Column<?> column, long ttl) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < order.length; i++) {
            long time = rows.times()[order[i]];
            long next = i + 1 < order.length ? rows.times()[order[i + 1]] : Long.MAX_VALUE;
            if (next == time) {
                continue;
            }
            long tooOld = ttl >= Long.MAX_VALUE - Math.max(0, time) ? Long.MAX_VALUE : time + ttl;
            long until = Math.min(next, tooOld);
            events.add(
                    new Event(
                            Moments.instant(time),
                            until == Long.MAX_VALUE ? Instant.MAX : Moments.instant(until),
                            text(column, order[i])));
        }
        return events;
    }

    private static String text(@Nullable Column<?> column, int row) {
        return column == null || Tables.isMissing(column, row)
                ? ""
                : String.valueOf(column.get(row));
    }

    private static String described(Table rows, FeatureView view, int row) {
        var words = new ArrayList<String>();
        for (var key : view.joinKeys()) {
            words.add(key + " " + rows.column(key).getString(row));
        }
        return words.isEmpty() ? "all" : String.join(", ", words);
    }
}
