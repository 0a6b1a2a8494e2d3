package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.table.Tables;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What sessions leave behind, and what several do at once. */
@Timeout(60)
class SharedFolderTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** What a score is computed of. */
    record Rate(double rate) {}

    /** The score. */
    record Score(double score) {}

    @TempDir private Path folder;
    private final SetClock clock = new SetClock(NOON);

    private static FeatureView view(String name, String... features) {
        var declared = new ArrayList<Feature>();
        for (var feature : features) {
            declared.add(Feature.number(feature));
        }
        return FeatureView.of(
                name,
                new Entity("driver", "driver_id"),
                FeatureSource.pushed("event_time", declared.toArray(Feature[]::new)));
    }

    private static void push(FeatureStore store, Object key) {
        store.push(
                "stats",
                Tables.of(List.of(List.of(key, NOON, 0.5)), "driver_id", "event_time", "rate"));
    }

    private static OnDemandView score() {
        return OnDemandView.of(
                "score", Rate.class, Score.class, rate -> new Score(rate.rate()), "stats:rate");
    }

    /** Knows what is in the folder, and nothing of what stores of this process were told. */
    private Applying anotherSession(StoreFile file) {
        return new Applying(file, Registry.read(folder.resolve(Registry.FILE)));
    }

    @Test
    void sessionsThatApplyAtOnceKeepEachOthersDefinitions()
            throws InterruptedException, ExecutionException {
        int sessions = 4;
        int views = 10;
        var threads = Executors.newFixedThreadPool(sessions);
        try {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < sessions; i++) {
                int session = i;
                done.add(
                        threads.submit(
                                () -> {
                                    try (var file = StoreFile.at(folder.resolve("online.db"))) {
                                        var store = anotherSession(file);
                                        for (int view = 0; view < views; view++) {
                                            store.apply(
                                                    List.of(
                                                            view(
                                                                    "v" + session + "_" + view,
                                                                    "rate")));
                                        }
                                    }
                                }));
            }
            for (var each : done) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        try (var store = FeatureStore.at(folder, clock)) {
            assertThat(store.registry().definitions().viewNames()).hasSize(sessions * views);
        }
    }

    @Test
    void whatWasLeftBehindDoesNotStandInTheWay() {
        try (var store = FeatureStore.at(folder, clock)) {
            store.apply(
                    view("stats", "rate"),
                    score(),
                    new FeatureService("eta", "score:score", "stats:rate"));
        }
        // The code of the view on demand lived in that session.
        try (var file = StoreFile.at(folder.resolve("online.db"))) {
            var store = anotherSession(file);
            store.apply(List.of(view("other", "rate")));
            store.apply(List.of(view("stats", "rate", "more")));
            assertThatThrownBy(() -> store.apply(List.of(view("stats", "more"))))
                    .hasMessageContaining("no feature 'rate' in view 'stats'");
            var next = List.<Definition>of(new FeatureService("next", "score:score"));
            assertThatThrownBy(() -> store.apply(next)).hasMessageContaining("'score'");
            store.apply(List.of(score()));
            store.delete("eta");
        }
    }

    @Test
    void whatIsReadIsNotDeletedAndANameMeansOneThing() {
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(view("stats", "rate"), new FeatureService("eta", "stats:rate"));
            assertThatThrownBy(() -> store.delete("stats"))
                    .hasMessage("view 'stats' is read by 'eta'; store.delete(\"eta\") first");
            var named = new FeatureService("stats", "stats:rate");
            assertThatThrownBy(() -> store.apply(named))
                    .hasMessage(
                            "'stats' would be the name of two kinds of definitions: a view, a view on demand and a service each have their own; take another, or store.delete(\"stats\") first");
            push(store, 1);
            store.delete("eta");
            assertThat(store.rows(store.view("stats")).times()).hasSize(1);
        }
    }

    @Test
    void keysOfAnotherKindThanWerePushedAreRefused() {
        try (var store = FeatureStore.inMemory(clock).apply(view("stats", "rate"))) {
            push(store, 1);
            var asking = List.of(Map.of("driver_id", "1", "event_timestamp", NOON));
            var words =
                    "the rows that ask: the key 'driver_id' holds text, and in view 'stats' numbers, so none would be found";
            assertThatThrownBy(() -> store.getOnlineFeatures(asking, "stats:rate"))
                    .hasMessage(words);
            assertThatThrownBy(() -> store.historicalFeatures(asking, "stats:rate"))
                    .hasMessage(words);
            assertThatThrownBy(() -> push(store, "1"))
                    .hasMessageContaining("holds text, and in view 'stats' numbers");
        }
    }

    @Test
    void keysThatWerePushedAsTextsAreNotAskedForAsNumbers() {
        try (var store = FeatureStore.inMemory(clock).apply(view("stats", "rate"))) {
            push(store, "a");
            assertThatThrownBy(
                            () ->
                                    store.getOnlineFeatures(
                                            List.of(Map.of("driver_id", 1)), "stats:rate"))
                    .hasMessageContaining("holds numbers, and in view 'stats' text");
        }
    }

    @Test
    void aPredictionDoesNotWaitForItsLog() throws SQLException {
        try (var store = FeatureStore.at(folder, clock).apply(view("stats", "rate"));
                var other =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("online.db"));
                var statement = other.createStatement()) {
            push(store, 1);
            store.logRequests(true);
            statement.execute("begin immediate");
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                store.getOnlineFeatures(List.of(Map.of("driver_id", 1)), "stats:rate");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(10));
            statement.execute("rollback");
            assertThat(store.skew()).hasToString("0 of 20 values differ in 20 requests");
        }
    }

    @Test
    void whoPushesToAStoreThatCannotBeWrittenIsToldToComeAgain()
            throws SQLException, IOException, InterruptedException {
        var row =
                "{\"push_source_name\": \"stats\", \"df\": {\"driver_id\": [1], \"rate\": [0.5], \"event_time\": [\"2026-05-01\"]}}";
        try (var store = FeatureStore.at(folder, clock).apply(view("stats", "rate"));
                var endpoint = FeatureServer.start(store, 0);
                var other =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("online.db"));
                var statement = other.createStatement()) {
            statement.execute(
                    "create trigger full before insert on online begin select raise(abort, 'disk full'); end");
            var request =
                    HttpRequest.newBuilder(endpoint.url().resolve("/push"))
                            .POST(HttpRequest.BodyPublishers.ofString(row))
                            .build();
            var answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("disk full");
        }
    }

    @Test
    void aLoggedRequestOfADeletedViewIsLeftOut() {
        try (var store =
                FeatureStore.inMemory(clock).apply(view("stats", "rate"), view("other", "x"))) {
            push(store, 1);
            store.logRequests(true);
            store.getOnlineFeatures(List.of(Map.of("driver_id", 1)), "other:x");
            store.getOnlineFeatures(List.of(Map.of("driver_id", 1)), "stats:rate");
            store.delete("other");
            assertThat(store.skew())
                    .hasToString("0 of 1 values differ in 2 requests, 1 of them of what is gone");
        }
    }

    @Test
    void sqlOfARegistryReadsAndWritesNoFiles() throws IOException {
        var secret = folder.resolve("secret.txt");
        Files.writeString(secret, "secret");
        var made = folder.resolve("made.csv");
        var rows = Tables.of(List.of(Map.of("rate", 0.5)));
        var spy =
                OnDemandView.sql(
                        "spy",
                        "(select content from read_text('" + secret + "')) as words",
                        "stats:rate");
        var writer =
                OnDemandView.sql(
                        "writer",
                        "1 as one; copy (select 1) to '" + made + "'; select rate",
                        "stats:rate");
        var two = OnDemandView.sql("two", "1 as one; select rate", "stats:rate");
        try (var store = FeatureStore.inMemory(clock).apply(view("stats", "rate"))) {
            for (var view : List.of(spy, writer, two)) {
                assertThatThrownBy(() -> store.apply(view))
                        .hasMessageStartingWith("on-demand view '" + view.name() + "': ");
                // One of a registry that somebody sent was applied by nobody here.
                assertThatThrownBy(() -> view.compute(rows))
                        .hasMessageStartingWith("on-demand view '" + view.name() + "': ");
            }
            assertThat(made).doesNotExist();
            assertThatThrownBy(() -> store.apply(two))
                    .hasMessageContaining("its SQL is 2 statements, and one is wanted");
            assertThat(store.features().rowCount()).isEqualTo(1);
        }
    }

    @Test
    void sqlIsTriedWhenItIsApplied() {
        try (var store = FeatureStore.inMemory(clock).apply(view("stats", "rate"))) {
            store.apply(
                    OnDemandView.sql(
                            "good", "rate * km as score, upper(city) as city", "stats:rate"));
            assertThatThrownBy(
                            () ->
                                    store.getOnlineFeatures(
                                            List.of(Map.of("driver_id", 1, "city", "Oslo")),
                                            "good:score"))
                    .hasMessageStartingWith(
                            "on-demand view 'good': its SQL reads 'km', which is missing");
            var wrong =
                    Map.of(
                            "rate * as score", "Parser Error",
                            "no_such(rate, km) as score", "no_such does not exist",
                            "rate * 2", "has no name; write (rate * 2) as …",
                            "rate * km", "has no name",
                            "sum(rate) as score", "one row for each, so its SQL has no aggregate",
                            "upper(rate) as score", "No function matches");
            wrong.forEach(
                    (sql, words) ->
                            assertThatThrownBy(
                                            () ->
                                                    store.apply(
                                                            OnDemandView.sql(
                                                                    "bad", sql, "stats:rate")))
                                    .hasMessageStartingWith("on-demand view 'bad'")
                                    .hasMessageContaining(words));
        }
    }
}
