package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * Where a view's rows come from: a table, a file, or what is pushed alone. Rows can be pushed to all three.
 *
 * <pre>{@code
 * FeatureSource.of(train, "event_time").created("created_time")
 * FeatureSource.of("driver_stats.parquet", "event_time").zone(ZoneId.of("Europe/Oslo"))
 * FeatureSource.pushed("event_time", Feature.number("orders_last_hour"))
 * }</pre>
 *
 * <p>Times without a zone are UTC's, unless another zone is named.
 */
public final class FeatureSource {
    /** What is read when features are asked for. */
    interface Batch {
        Table rows();

        /** Returns what tells it from another one that its source does not name; it is not read again for it. */
        default String print() {
            return "";
        }
    }

    /** A table of the notebook, known by what it held when it was first applied. */
    private static final class Held implements Batch {
        private final Table table;
        private String print = "";

        Held(Table table) {
            this.table = table;
        }

        @Override
        public Table rows() {
            return table;
        }

        @Override
        public synchronized String print() {
            if (print.isEmpty()) {
                print = TablePrint.of(table);
            }
            return print;
        }
    }

    private final Batch batch;
    private final String place;
    private final List<Feature> declared;
    private final String eventTime;
    private final String createdTime;
    private final ZoneId zone;
    private final String pushName;

    private FeatureSource(
            Batch batch,
            String place,
            List<Feature> declared,
            String eventTime,
            String createdTime,
            ZoneId zone,
            String pushName) {
        this.batch = batch;
        this.place = place;
        this.declared = declared;
        this.eventTime = given(eventTime, "eventTime", "name the column of the events' times");
        this.createdTime = createdTime;
        this.zone = zone;
        this.pushName = pushName;
    }

    private FeatureSource(Batch batch, String place, List<Feature> declared, String eventTime) {
        this(batch, place, declared, eventTime, "", ZoneOffset.UTC, "");
    }

    /** Takes the rows of a table, whose column {@code eventTime} says when each was so. */
    public static FeatureSource of(Table table, String eventTime) {
        given(table, "table");
        return new FeatureSource(new Held(table), "", List.of(), eventTime);
    }

    /** Takes the rows of a file, in any format of {@link Storage}; it is read anew each time. */
    public static FeatureSource of(Path file, String eventTime) {
        var path = given(file, "file").toAbsolutePath().normalize();
        return new FeatureSource(() -> read(path), path.toString(), List.of(), eventTime);
    }

    /** Takes the rows of the file at a path, as {@link #of(Path, String)} does. */
    public static FeatureSource of(String file, String eventTime) {
        return of(Path.of(given(file, "file")), eventTime);
    }

    /** Has no rows but those that are pushed, with these features. */
    public static FeatureSource pushed(String eventTime, Feature... features) {
        var declared = List.of(given(features, "features"));
        if (declared.isEmpty()) {
            throw new IllegalArgumentException(
                    "a source of pushed rows alone names its features: FeatureSource.pushed(\"%s\", Feature.number(\"…\"))"
                            .formatted(eventTime));
        }
        return new FeatureSource(Table::create, "", declared, eventTime);
    }

    /** Stands for a table that a session before this one had. */
    static FeatureSource lost(String view, String eventTime) {
        Batch gone =
                () -> {
                    throw new IllegalArgumentException(
                            "the rows of view '%s' were a table of another session, or one that was let go when memory was short; apply the view again, or keep its rows in a file"
                                    .formatted(view));
                };
        return new FeatureSource(gone, "", List.of(), eventTime);
    }

    /** Returns one whose column of that name says when a row was written: of two rows of one moment the later one counts. */
    public FeatureSource created(String createdTime) {
        return new FeatureSource(
                batch,
                place,
                declared,
                eventTime,
                given(createdTime, "createdTime"),
                zone,
                pushName);
    }

    /** Returns one whose times without a zone are this zone's. */
    public FeatureSource zone(ZoneId zone) {
        return new FeatureSource(
                batch, place, declared, eventTime, createdTime, given(zone, "zone"), pushName);
    }

    /** Returns one that rows are pushed to under this name over HTTP, and not under that of its view. */
    public FeatureSource pushName(String pushName) {
        return new FeatureSource(
                batch, place, declared, eventTime, createdTime, zone, given(pushName, "pushName"));
    }

    /** Returns the column that says when a row was so. */
    public String eventTime() {
        return eventTime;
    }

    /** Returns the column that says when a row was written, where there is one. */
    public Optional<String> createdTime() {
        return createdTime.isEmpty() ? Optional.empty() : Optional.of(createdTime);
    }

    /** Returns the zone of times that name none. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the name that rows are pushed to over HTTP; nothing where it is that of the view. */
    public Optional<String> pushName() {
        return pushName.isEmpty() ? Optional.empty() : Optional.of(pushName);
    }

    /** Returns true where all rows are pushed. */
    public boolean isPushed() {
        return !declared.isEmpty();
    }

    List<Feature> declared() {
        return declared;
    }

    /** Returns the file; empty where it is none. */
    String place() {
        return place;
    }

    Table rows() {
        return batch.rows();
    }

    /** Returns what another source has otherwise; a table is another one where it held other rows when it was applied. */
    String print() {
        return List.of(place, declared, eventTime, createdTime, zone) + batch.print();
    }

    private static Table read(Path file) {
        try {
            return Storage.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSource source
                && Arrays.asList(source.parts()).equals(Arrays.asList(parts()))
                && (!place.isEmpty() || isPushed() || source.batch == batch);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    private Object[] parts() {
        return new Object[] {place, declared, eventTime, createdTime, zone, pushName};
    }

    @Override
    public String toString() {
        var what = isPushed() ? "pushed rows" : place.isEmpty() ? "a table" : place;
        return "FeatureSource[%s by %s]".formatted(what, eventTime);
    }
}
