package himalia.serving;

import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.display.bundle.Display;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.features.SimpleImputer;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.training.GradientBoosting;
import himalia.training.LinearRegression;
import himalia.training.LogisticRegression;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A served model takes what its schema says, and answers by its target. */
class ServedTargetsTest {
    static Stream<Trainer> pipelines() {
        return Stream.of(
                Pipeline.of(new SimpleImputer(), new OneHotEncoder(OneHotEncoder.Unknown.IGNORE))
                        .train(new LogisticRegression(1.0)),
                Pipeline.of(new OneHotEncoder(OneHotEncoder.Unknown.IGNORE))
                        .train(new GradientBoosting(10, 42)));
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void textsAndMissingCellsAreServedAsTheyAre(Trainer trainer) {
        var mixed = table("mixed");
        try (var model = trainer.fit(mixed.inRange(0, 150), "y");
                var served = ModelServer.start(model, 0)) {
            var test = mixed.inRange(150, mixed.rowCount());

            assertThat(served.predict(test)).isEqualTo(model.predict(test));
        }
    }

    @Test
    void aNumberIsServedAsANumber() throws Exception {
        var test = heldOut("diabetes", true);
        try (var model = new LinearRegression().fit(heldOut("diabetes", false), "y");
                var served = ModelServer.start(model, 0)) {
            assertThat(served.predict(test)).isEqualTo(model.predict(test));
            assertThat(get(served, "/v2/models/model").getAsJsonArray("outputs"))
                    .hasToString(
                            "[{\"name\":\"prediction\",\"datatype\":\"FP64\",\"shape\":[-1]}]");
            assertThatThrownBy(() -> post(served, "[{\"name\":\"label\"}]"))
                    .hasMessageContaining("no output 'label'; there are: prediction");
        }
    }

    @Test
    void metadataTellTheTypeOfEachFeature() throws Exception {
        try (var model = new Echo();
                var served = ModelServer.start(model, 0)) {
            assertThat(get(served, "/v2/models/model").getAsJsonArray("inputs"))
                    .hasToString(
                            "[{\"name\":\"city\",\"datatype\":\"BYTES\",\"shape\":[-1]},"
                                    + "{\"name\":\"day\",\"datatype\":\"BYTES\",\"shape\":[-1]},"
                                    + "{\"name\":\"size\",\"datatype\":\"FP64\",\"shape\":[-1]}]");
            // Days since 1970, by a model that sees dates as dates.
            assertThat(served.predict(Echo.ROWS).numbers()).containsExactly(1, 20_000);
            var bundle = Display.renderers().render(served);
            assertThat(bundle.text())
                    .contains("\"name\":\"city\",\"datatype\":\"BYTES\"")
                    .contains("it'\\''s");
        }
    }

    @Test
    void aSlipIsToldWithItsInputAndTheWayOut() {
        try (var model = new Echo();
                var served = ModelServer.start(model, 0)) {
            assertThatThrownBy(() -> ask(served, "7", "\"2024-05-01\""))
                    .hasMessageContaining(
                            "value 0 of input 'city' is no text; send texts as datatype BYTES");
            assertThatThrownBy(() -> ask(served, "\"oslo\"", "\"May\""))
                    .hasMessageContaining(
                            "input 'day', row 0: it is 'May', and the model takes what is written as 2024-05-01");
        }
    }

    private static void ask(Endpoint served, String city, String day) throws Exception {
        var input = "{\"name\":\"%s\",\"shape\":[1],\"datatype\":\"%s\",\"data\":[%s]}";
        var body =
                "{\"inputs\":[%s,%s,%s]}"
                        .formatted(
                                input.formatted("city", "BYTES", city),
                                input.formatted("day", "BYTES", day),
                                input.formatted("size", "FP64", "1"));
        refused(send(served, body));
    }

    private static void post(Endpoint served, String outputs) throws Exception {
        var data = "0,0,0,0,0,0,0,0,0,0";
        refused(
                send(
                        served,
                        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1,10],\"datatype\":\"FP64\",\"data\":[%s]}],\"outputs\":%s}"
                                .formatted(data, outputs)));
    }

    private static void refused(HttpResponse<String> answer) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }

    private static HttpResponse<String> send(Endpoint served, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(served.inferUrl())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject get(Endpoint served, String path) throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(served.url().resolve(path)).build(),
                                HttpResponse.BodyHandlers.ofString());
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** Answers with the day, which only somebody who sees a date can. */
    private record Echo() implements Model {
        static final Table ROWS =
                Table.create(
                        StringColumn.create("city", "it's", "oslo"),
                        DateColumn.create(
                                "day", LocalDate.ofEpochDay(1), LocalDate.ofEpochDay(20_000)),
                        DoubleColumn.create("size", 1.5, 2.5));

        @Override
        public Schema schema() {
            return Schema.of(ROWS, new Target.Numbers("days"));
        }

        @Override
        public Trainer trainer() {
            return (table, label) -> this;
        }

        @Override
        public Predictions predict(Table table) {
            var days = table.dateColumn("day").asList().stream().mapToDouble(LocalDate::toEpochDay);
            assertThat(List.of("it's", "oslo")).containsAll(table.stringColumn("city").asList());
            return Predictions.of(days.toArray());
        }
    }
}
