package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Feast itself has answered to the same rows: feast/answers.json, which feast/record.py beside it has recorded. */
class FeastAnswersTest {
    /** What a trip asks of its driver. */
    record Trip(double value, double km) {}

    /** What is computed of it. */
    record Scaled(double scaled) {}

    private final Joins joins = Joins.read();
    private final JsonObject feast = answers();
    private final FeatureStore store =
            FeatureStore.inMemory(new SetClock(Instant.parse("2026-01-02T00:00:00Z")));

    private static JsonObject answers() {
        try (var reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                FeastAnswersTest.class.getResourceAsStream("/feast/answers.json")),
                        StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void apply() {
        var source =
                FeatureSource.of(joins.featureRows(), "event_time")
                        .created("created_time")
                        .pushName("stats_push");
        var entity = new Entity("entity", "entity");
        store.apply(
                FeatureView.of("stats", entity, source),
                FeatureView.of("fifty", entity, source.pushName("")).ttl(Duration.ofSeconds(50)),
                FeatureView.of("twohundred", entity, source.pushName(""))
                        .ttl(Duration.ofSeconds(200)),
                OnDemandView.of(
                        "scaled",
                        Trip.class,
                        Scaled.class,
                        trip -> new Scaled(trip.value() * trip.km()),
                        "stats:value"),
                new FeatureService("service", "stats:value"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Feast leaves out the rows of an entity whose events are all too old or still to come; what it gives is the same. */
    @ParameterizedTest
    @CsvSource({"stats, 76", "fifty, 47", "twohundred, 73"})
    void trainingIsGivenWhatFeastGives(String view, int rows) {
        var history = store.historicalFeatures(joins.entityRows(), view + ":value");
        var ours = Joins.values(history, "value");
        var theirs = feast.getAsJsonObject("history").getAsJsonObject(view);
        assertThat(theirs.size()).isEqualTo(rows);
        for (var each : theirs.entrySet()) {
            var value = each.getValue().isJsonNull() ? null : each.getValue().getAsDouble();
            assertThat(ours.get(Integer.parseInt(each.getKey())))
                    .as("row %s", each.getKey())
                    .isEqualTo(value);
        }
    }

    @Test
    void requestsAreAnsweredAsByFeast() throws IOException, InterruptedException {
        var differences = new ArrayList<String>();
        try (var endpoint = FeatureServer.start(store, 0)) {
            for (var each : feast.getAsJsonArray("http")) {
                var theirs = each.getAsJsonObject();
                var ours = post(endpoint, theirs);
                var told = theirs.get("path") + " " + theirs.get("body");
                if (theirs.get("status").getAsInt() == 200) {
                    if (ours.statusCode() != 200 || !isSame(ours.body(), reply(theirs))) {
                        differences.add(told + "\n  " + reply(theirs) + "\n  " + ours.body());
                    }
                } else if (!isSameFailure(theirs, ours)) {
                    differences.add(told + "\n  " + reply(theirs) + "\n  " + ours.body());
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** FastAPI, which Feast's server is made with, says so of a body that it needs. */
    @Test
    void aRequestWithoutABodyMissesIt() throws Exception {
        try (var endpoint = FeatureServer.start(store, 0)) {
            for (var path : List.of("/push", "/get-online-features")) {
                var request =
                        HttpRequest.newBuilder(endpoint.url().resolve(path))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build();
                var ours =
                        HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(ours.statusCode()).isEqualTo(422);
                assertThat(ours.body())
                        .startsWith(
                                "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"Field required");
            }
        }
    }

    private static String reply(JsonObject theirs) {
        return theirs.get("reply").getAsString();
    }

    private static HttpResponse<String> post(FeatureEndpoint endpoint, JsonObject asked)
            throws IOException, InterruptedException {
        URI url = endpoint.url().resolve(asked.get("path").getAsString());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url)
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                asked.get("body").toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isSame(String ours, String theirs) {
        return ours.isEmpty()
                ? theirs.isEmpty()
                : plain(JsonParser.parseString(ours)).equals(plain(JsonParser.parseString(theirs)));
    }

    /** Feast calls a computed value present when there is none, which we do not. */
    private static JsonElement plain(JsonElement answer) {
        if (!answer.isJsonObject()) {
            return answer;
        }
        for (var result : answer.getAsJsonObject().getAsJsonArray("results")) {
            JsonArray values = result.getAsJsonObject().getAsJsonArray("values");
            JsonArray statuses = result.getAsJsonObject().getAsJsonArray("statuses");
            for (int i = 0; i < values.size(); i++) {
                boolean isComputed = values.get(i).isJsonNull();
                if (isComputed && statuses.get(i).getAsString().equals("PRESENT")) {
                    statuses.set(i, new JsonPrimitive("NULL_VALUE"));
                }
            }
        }
        return answer;
    }

    /** An error is one for both, of the same class where Feast says one; what is a crash for Feast is a bad request for us. */
    private static boolean isSameFailure(JsonObject theirs, HttpResponse<String> ours) {
        int status = theirs.get("status").getAsInt();
        boolean isStatus =
                status == 500 ? ours.statusCode() / 100 == 4 : ours.statusCode() == status;
        var reply = JsonParser.parseString(reply(theirs));
        if (!reply.isJsonPrimitive() || !reply.getAsString().contains("feast.errors")) {
            return isStatus;
        }
        return isStatus && type(reply).equals(type(JsonParser.parseString(ours.body())));
    }

    private static JsonElement type(JsonElement reply) {
        return JsonParser.parseString(reply.getAsString()).getAsJsonObject().get("class");
    }
}
