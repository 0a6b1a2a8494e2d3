package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.table.Tables;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may come in, what is said to those whose request is wrong, and what Feast does not do. */
class FeatureServerTest {
    private static final String ROW =
            "{\"push_source_name\": \"stats\", \"df\": {\"id\": [%s], \"rate\": [%s], \"t\": [\"%s\"]}}";

    private final SetClock clock = new SetClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final FeatureStore store = FeatureStore.inMemory(clock);

    @BeforeEach
    void apply() {
        store.apply(
                FeatureView.of(
                                "stats",
                                new Entity("thing", "id"),
                                FeatureSource.pushed("t", Feature.number("rate")))
                        .ttl(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static HttpResponse<String> post(
            FeatureEndpoint endpoint, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(endpoint.url().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aValueOfPastItsTimeToLiveIsMissingAndSaysSo() throws IOException, InterruptedException {
        try (var endpoint = FeatureServer.start(store, 0)) {
            var row = ROW.formatted(1, 0.5, "2026-05-01T12:00:00.000001Z");
            assertThat(post(endpoint, "/push", row).statusCode()).isEqualTo(200);
            clock.set(Instant.parse("2026-05-01T13:00:00Z"));
            var asked = "{\"features\": [\"stats:rate\"], \"entities\": {\"id\": [1]}}";
            assertThat(post(endpoint, "/get-online-features", asked).body())
                    .contains(
                            "{\"values\":[0.5],\"statuses\":[\"PRESENT\"],\"event_timestamps\":[\"2026-05-01T12:00:00.000001Z\"]}");
            clock.set(Instant.parse("2026-05-01T13:00:01Z"));
            assertThat(post(endpoint, "/get-online-features", asked).body())
                    .contains("{\"values\":[null],\"statuses\":[\"OUTSIDE_MAX_AGE\"]");
        }
    }

    @Test
    void aKeyIsOfTheKindThatItsEntityHasThoughItIsSentAsTheOther()
            throws IOException, InterruptedException {
        var thing = new Entity("thing", "id");
        var rows = Tables.of(List.of(Map.of("id", 1, "t", Instant.EPOCH, "size", 2)));
        var named = Tables.of(List.of(Map.of("name", "7", "t", Instant.EPOCH, "size", 3)));
        store.apply(
                FeatureView.of("sizes", thing, FeatureSource.of(rows, "t")),
                FeatureView.of("named", new Entity("named", "name"), FeatureSource.of(named, "t")));
        store.materializeIncremental(clock.instant());
        try (var endpoint = FeatureServer.start(store, 0)) {
            // Nobody has pushed anything: the other view of things says what their keys are.
            var row = ROW.formatted("\"1\"", 0.5, "2026-05-01T12:00:00Z");
            assertThat(post(endpoint, "/push", row).statusCode()).isEqualTo(200);
            var both =
                    "{\"features\": [\"stats:rate\", \"sizes:size\"], \"entities\": {\"id\": [\"1\"]}}";
            assertThat(post(endpoint, "/get-online-features", both).body())
                    .contains("{\"values\":[0.5]", "{\"values\":[2]");
            var number = "{\"features\": [\"named:size\"], \"entities\": {\"name\": [7]}}";
            assertThat(post(endpoint, "/get-online-features", number).body())
                    .contains("{\"values\":[3]");
        }
    }

    @Test
    void whatHoldsForAllIsAskedForByNoKeys() throws IOException, InterruptedException {
        var rates = FeatureSource.pushed("t", Feature.number("rate"));
        store.apply(FeatureView.of("rates", List.of(), rates));
        store.push("rates", List.of(Map.of("t", clock.instant(), "rate", 1.5)));
        try (var endpoint = FeatureServer.start(store, 0)) {
            var alone = "{\"features\": [\"rates:rate\"], \"entities\": {}}";
            assertThat(post(endpoint, "/get-online-features", alone).body())
                    .contains("{\"values\":[1.5]");
        }
    }

    @Test
    void moreDigitsThanThereIsANumberForAreRefused() throws IOException, InterruptedException {
        try (var endpoint = FeatureServer.start(store, 0)) {
            var row = ROW.formatted(1, "1e999", "2026-05-01");
            var refused = post(endpoint, "/push", row);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("1e999");
        }
    }

    @Test
    void whoSendsNoTokenStaysOut() throws IOException, InterruptedException {
        assertThatThrownBy(() -> new FeatureServer("0.0.0.0", 0, ""))
                .hasMessage(
                        "host '0.0.0.0' can be reached from other machines, so a token is wanted");
        try (var endpoint = new FeatureServer("127.0.0.1", 0, "secret").start(store)) {
            var row = ROW.formatted(1, 0.5, "2026-05-01");
            assertThat(post(endpoint, "/push", row).statusCode()).isEqualTo(401);
            for (var scheme : List.of("Bearer ", "bearer ")) {
                assertThat(
                                post(endpoint, "/push", row, "Authorization", scheme + "secret")
                                        .statusCode())
                        .isEqualTo(200);
            }
            assertThat(post(endpoint, "/push", row, "Authorization", "Bearer Secret").statusCode())
                    .isEqualTo(401);
            var health = HttpRequest.newBuilder(endpoint.url().resolve("/health")).build();
            var answer =
                    HttpClient.newHttpClient().send(health, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(endpoint.toString() + endpoint.curl()).doesNotContain("secret");
        }
    }

    @Test
    void aPageOfAnotherSiteStaysOut() throws IOException, InterruptedException {
        try (var endpoint = FeatureServer.start(store, 0)) {
            var row = ROW.formatted(1, 0.5, "2026-05-01");
            var foreign = post(endpoint, "/push", row, "Origin", "https://pages.example");
            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(foreign.body()).contains("a page of 'https://pages.example' may not ask");
            var text = post(endpoint, "/push", row, "Content-Type", "text/plain;charset=UTF-8");
            assertThat(text.statusCode()).isEqualTo(415);
            assertThat(text.body()).contains("send it with Content-Type: application/json");
            var own = "http://" + endpoint.url().getAuthority();
            var type = "application/json; charset=utf-8";
            assertThat(
                            post(endpoint, "/push", row, "Origin", own, "Content-Type", type)
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRequestThatIsTooLongIsNotRead() throws IOException, InterruptedException {
        try (var endpoint = new FeatureServer("127.0.0.1", 0, "", 100).start(store)) {
            assertThat(post(endpoint, "/push", "x".repeat(1000)).statusCode()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/push | {oops | 422 | the request is no JSON",
                "/push | [] | 422 | 'push_source_name' and 'df'",
                "/push | {\"push_source_name\": 7} | 422 | 'push_source_name' should be a text, got 7",
                "/push | {\"push_source_name\": \"stats\", \"df\": 7} | 422 | 'df' should be an object",
                "/push | {\"push_source_name\": \"stats\", \"df\": {\"id\": 7}} | 422 | 'df.id' should be a list, got 7",
                "/push | {\"push_source_name\": \"stats\", \"df\": {\"id\": [7], \"rate\": []}} | 422 | 'df.rate' has 0 values",
                "/push | {\"push_source_name\": \"stats\", \"df\": {\"id\": [7], \"rate\": [1], \"t\": [\"soon\"]}} | 422 | 'df.t'",
                "/push | {\"push_source_name\": \"stats\", \"df\": {\"id\": [7], \"rate\": [\"x\"], \"t\": [\"2026-05-01\"]}} | 400 | 'rate' is",
                "/push | {\"push_source_name\": \"stats\", \"df\": {\"id\": [7], \"t\": [\"2026-05-01\"]}} | 400 | no column 'rate' in the rows of view 'stats'",
                "/materialize | {\"start_ts\": \"2026-05-01\"} | 422 | 'end_ts'",
                "/get-online-features | {\"features\": [\"stats:rate\"], \"entities\": {\"id\": [[1]]}} | 400 | 'id' is",
                "/nowhere | {} | 404 | nothing at /nowhere"
            })
    void whatIsWrongIsNamed(String path, String body, int status, String words)
            throws IOException, InterruptedException {
        try (var endpoint = FeatureServer.start(store, 0)) {
            var answer = post(endpoint, path, body);
            assertThat(answer.body()).contains(words);
            assertThat(answer.statusCode()).isEqualTo(status);
            var asked = "{\"features\": [\"stats:rate\"], \"entities\": {\"id\": [7]}}";
            assertThat(post(endpoint, "/get-online-features", asked).body()).contains("NOT_FOUND");
        }
    }
}
