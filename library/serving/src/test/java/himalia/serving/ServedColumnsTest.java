package himalia.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** A served model sees the columns that it would see at home, and whoever asks is always answered. */
class ServedColumnsTest {
    private static final long LONG = (1L << 53) + 1;

    private static final Table ROWS =
            Table.create(
                    IntColumn.create("rooms", new Integer[] {3, null}),
                    LongColumn.create("id", LONG, 7L),
                    BooleanColumn.create("garden", new Boolean[] {true, null}),
                    DateColumn.create("day", LocalDate.EPOCH, LocalDate.EPOCH),
                    TimeColumn.create("time", LocalTime.of(8, 30), LocalTime.NOON),
                    DateTimeColumn.create(
                            "since", LocalDateTime.of(2024, 5, 1, 8, 30), LocalDateTime.MAX),
                    InstantColumn.create("at", Instant.EPOCH, Instant.ofEpochSecond(7)));

    /** A model that a test writes down. */
    private record Written(Table rows, Function<Table, double[]> answer) implements Model {
        @Override
        public Schema schema() {
            return Schema.of(rows, new Target.Numbers("y"));
        }

        @Override
        public Trainer trainer() {
            return (table, label) -> this;
        }

        @Override
        public Predictions predict(Table table) {
            return Predictions.of(answer.apply(table));
        }
    }

    @Test
    void columnsAreOfTheKindThatWasLearnt() {
        var model =
                new Written(
                        ROWS.first(1),
                        table -> {
                            for (var column : ROWS.columns()) {
                                assertThat(table.column(column.name()).asList())
                                        .hasToString(column.asList().toString());
                                assertThat(table.column(column.name()).type())
                                        .isEqualTo(column.type());
                            }
                            return new double[] {1, 2};
                        });
        try (var served = ModelServer.start(model, 0)) {
            assertThat(served.predict(ROWS.first(2)).numbers()).containsExactly(1, 2);
        }
    }

    @Test
    void aFractionComesAsOneAlsoWhereWholeNumbersWereLearnt() throws Exception {
        var rooms = Table.create(IntColumn.create("rooms", 1, 2));
        var model = new Written(rooms, table -> table.numberColumn("rooms").asDoubleArray());
        try (var served = ModelServer.start(model, 0)) {
            assertThat(served.predict(Table.create(DoubleColumn.create("rooms", 1, 2.5))).numbers())
                    .containsExactly(1, 2.5);
        }
    }

    @Test
    void theLineToTryItWithWorks() throws Exception {
        var model = new Written(ROWS.first(1), table -> new double[] {42});
        try (var served = ModelServer.start(model, 0)) {
            var line = served.curl();
            var body = line.substring(line.indexOf("{\"inputs\""), line.lastIndexOf('\''));
            var metadata = get(served, "/v2/models/model");
            var described =
                    JsonParser.parseString(metadata).getAsJsonObject().getAsJsonArray("inputs");
            var asked = JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("inputs");
            assertThat(asked).hasSameSizeAs(described);
            for (int i = 0; i < asked.size(); i++) {
                for (var part : List.of("name", "datatype")) {
                    assertThat(asked.get(i).getAsJsonObject().get(part))
                            .isEqualTo(described.get(i).getAsJsonObject().get(part));
                }
            }
            assertThat(body)
                    .contains("\"08:30\"")
                    .contains("\"2024-05-01T08:30\"")
                    .contains("\"2024-05-01T08:30:00Z\"");
            assertThat(send(served, body).body()).contains("42.0");
        }
    }

    @Test
    void theMarkOfAMissingValueIsNoNumberAndALengthNoText() throws Exception {
        var model =
                new Written(
                        ROWS.selectColumns("id").first(1),
                        table -> table.numberColumn("id").asDoubleArray());
        try (var served = ModelServer.start(model, 0)) {
            var least = input("id", "[1]", "-9223372036854775808").replace("FP64", "INT64");
            var answer = send(served, least);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains(
                            "input 'id', row 0: it is -9223372036854775808, which marks a missing value in a column of whole numbers; send null for one, or another number");
            assertThat(send(served, least.replace("808", "807")).statusCode()).isEqualTo(200);
            var text = send(served, input("id", "[\"1\"]", "1"));
            assertThat(text.statusCode()).isEqualTo(400);
            assertThat(text.body())
                    .contains("input 'id' has shape [\\\"1\\\"]; lengths are whole numbers from 0");
        }
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws Exception {
        var model = new Written(ROWS.selectColumns("rooms"), table -> new double[] {1});
        try (var served = ModelServer.start(model, 0)) {
            var body = input("anything", "[1,1]", "1").getBytes(StandardCharsets.ISO_8859_1);
            body[new String(body, StandardCharsets.ISO_8859_1).indexOf("any")] = (byte) 0xe9;

            var answer = send(served, HttpRequest.BodyPublishers.ofByteArray(body));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"error\":\"the request is no UTF-8, which JSON is sent in\"}");
        }
    }

    @Test
    void aTruthIsNoShare() throws Exception {
        var garden = Table.create(BooleanColumn.create("garden", true, false));
        try (var served = ModelServer.start(new Written(garden, table -> new double[1]), 0)) {
            var answer = send(served, input("garden", "[1]", "0.5"));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains(
                            "input 'garden', row 0: it is 0.5, and the model takes true and false;");
        }
    }

    @Test
    void aModelThatFailsByAnErrorIsAnsweredToo() throws Exception {
        var model = new Written(ROWS.selectColumns("rooms"), ServedColumnsTest::endless);
        try (var served = ModelServer.start(model, 0)) {
            var answer = send(served, input("rooms", "[1]", "1"));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .isEqualTo("{\"error\":\"the model failed: java.lang.StackOverflowError\"}");
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static double[] endless(Table table) {
        return endless(table);
    }

    @Test
    void whatIsNoNumberIsNoAnswer() throws Exception {
        var model =
                new Written(
                        ROWS.selectColumns("rooms"),
                        table -> {
                            var numbers = new double[table.rowCount()];
                            Arrays.fill(numbers, 1);
                            numbers[numbers.length - 1] = Double.NaN;
                            return numbers;
                        });
        try (var served = ModelServer.start(model, 0)) {
            var answer = send(served, input("rooms", "[2]", "1,2"));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("the model failed: it predicts NaN for row 1, which is no number");
        }
    }

    @Test
    void aColumnIsTakenByItsNameAndAMatrixByItsShape() throws Exception {
        var model = new Written(ROWS.selectColumns("rooms"), table -> new double[] {1});
        try (var served = ModelServer.start(model, 0)) {
            assertThat(send(served, input("rooms", "[1]", "1")).statusCode()).isEqualTo(200);
            assertThat(send(served, input("anything", "[1,1]", "1")).statusCode()).isEqualTo(200);
            var answer = send(served, input("room", "[1]", "1"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("the model takes no input 'room'; did you mean 'rooms'?");
        }
    }

    private static String input(String name, String shape, String data) {
        return "{\"inputs\":[{\"name\":\"%s\",\"shape\":%s,\"datatype\":\"FP64\",\"data\":[%s]}]}"
                .formatted(name, shape, data);
    }

    private static String get(Endpoint served, String path) throws Exception {
        var request = HttpRequest.newBuilder(served.url().resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> send(Endpoint served, String body) throws Exception {
        return send(served, HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(Endpoint served, HttpRequest.BodyPublisher body)
            throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(served.inferUrl()).POST(body).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
