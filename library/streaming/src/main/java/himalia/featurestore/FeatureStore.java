package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Features for training, as they were at the moment of each row, and for predictions, as they are now.
 *
 * <pre>{@code
 * var driver = new Entity("driver", "driver_id");
 * try (var store = FeatureStore.at("features")) {
 *     store.apply(FeatureView.of("driver_stats", driver, FeatureSource.of(train, "event_time")));
 *     Table history = store.historicalFeatures(test, "driver_stats:conv_rate");
 *     store.materializeIncremental(Instant.parse("2026-11-01T00:00:00Z"));
 *     Table now = store.getOnlineFeatures(test, "driver_stats:conv_rate");
 * }
 * }</pre>
 *
 * <p>Both give the latest event of an entity at or before the moment that is asked for, unless it is older than the view's
 * time to live. The folder holds {@code registry.json}, what was applied, and {@code online.db}, an SQLite file that several
 * processes may share. For any number of threads.
 */
public final class FeatureStore implements AutoCloseable {
    private final StoreFile file;
    private final Registry registry;
    private final Clock clock;
    private final RequestLog log;

    private FeatureStore(StoreFile file, Registry registry, Clock clock) {
        this.file = file;
        this.registry = registry;
        this.clock = clock;
        this.log = new RequestLog(file);
    }

    /** Opens the store in a folder, which is made where it is not there. */
    public static FeatureStore at(String folder) {
        return at(Path.of(given(folder, "folder")), Clock.systemUTC());
    }

    /**
     * Opens the store in a folder.
     *
     * @param clock says what now is
     */
    public static FeatureStore at(Path folder, Clock clock) {
        given(clock, "clock");
        var place = given(folder, "folder").toAbsolutePath().normalize();
        var registry = Registry.at(place.resolve(Registry.FILE));
        return new FeatureStore(StoreFile.at(place.resolve("online.db")), registry, clock);
    }

    /** Opens a store that is gone when it is closed. */
    public static FeatureStore inMemory() {
        return inMemory(Clock.systemUTC());
    }

    /** Opens a store that is gone when it is closed; the clock says what now is. */
    public static FeatureStore inMemory(Clock clock) {
        return new FeatureStore(StoreFile.inMemory(), Registry.inMemory(), given(clock, "clock"));
    }

    /**
     * Adds views and services, in place of those that had their names. A view whose keys or types have changed begins anew for
     * predictions: it has to be materialised.
     *
     * @throws IllegalArgumentException if one cannot be what it says, and then none is added
     */
    public FeatureStore apply(Definition... definitions) {
        new Applying(file, registry).apply(List.of(given(definitions, "definitions")));
        return this;
    }

    /** Takes a view or a service away, with all rows that were pushed to it; one that another reads stays, and is refused. */
    public void delete(String name) {
        new Applying(file, registry).delete(given(name, "name"));
    }

    /** Returns what was applied: a row for each feature. */
    public Table features() {
        return DefinitionTable.of(registry.definitions());
    }

    /**
     * Returns rows with the features that each could have known at its time: that of its column {@code event_timestamp}, or
     * of the only column of times. All columns and the order of the rows stay; a feature that was not there, or too old, is
     * missing.
     *
     * @param rows with a column for each join key, and a time
     * @param features each as {@code view:feature} or {@code view:feature as name}; or the name of a service
     */
    public Table historicalFeatures(Table rows, String... features) {
        return historicalFeatures(rows, Visibility.EVER_CREATED, features);
    }

    /** Returns rows with the features that each could have known, as {@link #historicalFeatures(Table, String...)} does. */
    public Table historicalFeatures(Table rows, Visibility visibility, String... features) {
        given(visibility, "visibility");
        Tables.given(rows);
        var at = Moments.askedFor(rows);
        return history(rows, at, visibility, asked(features)).table("history");
    }

    /** Returns rows with the features that each could have known; a row is a record or a map. */
    public Table historicalFeatures(Collection<?> rows, String... features) {
        return historicalFeatures(Tables.of(rows), features);
    }

    Assembly history(Table rows, long[] at, Visibility visibility, List<FeatureName> names) {
        return Assembly.of(
                registry.definitions(),
                rows,
                names,
                (view, some) -> rows(view.told(file)).only(some).find(rows, at, visibility));
    }

    /**
     * Returns rows with the features as they are now. What is missing was never pushed or materialised, or is too old by now.
     *
     * @param rows with a column for each join key
     * @param features each as {@code view:feature} or {@code view:feature as name}; or the name of a service
     */
    public Table getOnlineFeatures(Table rows, String... features) {
        Tables.given(rows);
        return online(rows, Assembly.asking(rows), asked(features)).table("online");
    }

    /** Returns rows with the features as they are now; a row is a record or a map. */
    public Table getOnlineFeatures(Collection<?> rows, String... features) {
        return online(Tables.of(rows), rows.size(), asked(features)).table("online");
    }

    Assembly online(Table rows, int asking, List<FeatureName> names) {
        long now = nanos();
        var at = new long[asking];
        Arrays.fill(at, now);
        var answer =
                Assembly.of(
                        registry.definitions(),
                        rows,
                        names,
                        (view, features) ->
                                OnlineLookup.find(file, view.told(file), features, rows, at));
        log.add(now, rows, answer);
        return answer;
    }

    /**
     * Copies the latest row of each entity to where predictions read.
     *
     * @param from the earliest time of an event that is copied
     * @param to the latest, itself included
     * @param views those to copy; none for all. Of one that was applied with another source all goes first that
     *     was copied, of other times too
     * @return how many rows were copied, for each view
     */
    public Table materialize(Instant from, Instant to, String... views) {
        given(from, "from");
        given(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "from is before to, got from %s and to %s".formatted(from, to));
        }
        return Materializing.of(this, nanos()).run(from, to, chosen(views));
    }

    /** Copies what predictions do not read yet, up to a moment: what has happened since, and what came in late. */
    public Table materializeIncremental(Instant to, String... views) {
        given(to, "to");
        return Materializing.of(this, nanos()).run(to, chosen(views));
    }

    /** Adds rows to a view, for predictions at once and for training. */
    public int push(String view, Table rows) {
        return push(view, rows, PushTo.ONLINE_AND_OFFLINE);
    }

    /** Adds rows to a view; a row is a record or a map. */
    public int push(String view, Collection<?> rows) {
        return push(view, Tables.of(rows));
    }

    /**
     * Adds rows to a view, all or none, and returns how many. They have its keys, its features and its column of event times;
     * where they do not say when they were written, it is now.
     */
    public int push(String view, Table rows, PushTo to) {
        Tables.given(rows);
        given(to, "to");
        return Pushing.push(file, view(view), rows, to, nanos(), connection -> view);
    }

    /** Adds rows of a file that is followed, and in the same transaction keeps how far it was read. */
    int push(KnownView view, Table rows, StoreFile.Work<?> place) {
        return Pushing.push(file, view, rows, PushTo.ONLINE_AND_OFFLINE, nanos(), place);
    }

    /**
     * Draws up one entity through time, and what predictions at some moments would have seen.
     *
     * @param rows of one entity: its keys, and a time each
     * @param feature as {@code view:feature}
     */
    public EntityTimeline timeline(Table rows, String feature) {
        var name = asked(feature).get(0);
        return Timelines.of(rows(view(name.view())), name, rows, Moments.askedFor(rows));
    }

    /** Returns how old what predictions read is: a row for each view. */
    public Table freshness() {
        return Freshness.of(file, registry.definitions().views(), nanos());
    }

    /** Writes down what {@link #getOnlineFeatures} is asked for and answers from now on, for {@link #skew()}. */
    public FeatureStore logRequests(boolean isOn) {
        log.turn(isOn);
        return this;
    }

    /** Asks the history for what was answered to each logged request, and compares. */
    public SkewReport skew() {
        return skew(Visibility.EVER_CREATED);
    }

    /** Asks the history for what was answered to each logged request, by rows that it may see, and compares. */
    public SkewReport skew(Visibility visibility) {
        return Skew.of(this, log.requests(), given(visibility, "visibility"));
    }

    /** Forgets the requests that were logged. */
    public void clearLog() {
        log.clear();
    }

    List<FeatureName> asked(String... features) {
        return registry.definitions().asked(List.of(given(features, "features")));
    }

    KnownView view(String name) {
        var all = registry.definitions();
        return all.told(all.view(given(name, "view")), file);
    }

    Registry registry() {
        return registry;
    }

    StoreFile file() {
        return file;
    }

    private long nanos() {
        return Moments.nanos(now());
    }

    Instant now() {
        return clock.instant();
    }

    private List<KnownView> chosen(String... views) {
        var names = List.of(given(views, "views"));
        return names.isEmpty()
                ? registry.definitions().views().stream().map(view -> view.told(file)).toList()
                : names.stream().map(this::view).toList();
    }

    /** Reads all rows of a view that training may read. */
    ViewRows rows(KnownView view) {
        var pushed = new ArrayList<SavedRow>();
        file.read(
                connection -> {
                    OnlineRows.pushed(connection, view.name(), pushed::add);
                    return pushed;
                });
        return ViewRows.of(view, pushed);
    }

    /** Closes its file. */
    @Override
    public void close() {
        log.close();
        file.close();
    }

    @Override
    public String toString() {
        return "FeatureStore[%s, %d views]"
                .formatted(registry.place(), registry.definitions().viewNames().size());
    }
}
