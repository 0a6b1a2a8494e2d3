package himalia.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.model.Predictions;
import himalia.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import tech.tablesaw.api.Table;

/** Asks a served model, by the same protocol that everybody else uses. */
final class InferClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So that a long table does not become one request too long for the server. */
    private static final int ROWS_AT_A_TIME = 5_000;

    private final URI url;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    InferClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    Predictions ask(Schema schema, Table table) {
        var rows = schema.rows(table);
        var probabilities = new ArrayList<double[]>();
        for (int start = 0; start < rows.length; start += ROWS_AT_A_TIME) {
            int end = Math.min(rows.length, start + ROWS_AT_A_TIME);
            var answer = send(request(rows, start, end));
            for (var output : answer.getAsJsonArray("outputs")) {
                var data = output.getAsJsonObject().getAsJsonArray("data");
                addRows(data, schema.classes().size(), probabilities);
            }
        }
        return Predictions.of(schema.classes(), probabilities.toArray(double[][]::new));
    }

    private static void addRows(JsonArray data, int width, ArrayList<double[]> rows) {
        for (int at = 0; at < data.size(); at += width) {
            var row = new double[width];
            for (int k = 0; k < width; k++) {
                row[k] = data.get(at + k).getAsDouble();
            }
            rows.add(row);
        }
    }

    private static String request(double[][] rows, int start, int end) {
        var data = new JsonArray();
        for (int i = start; i < end; i++) {
            for (double value : rows[i]) {
                if (Double.isNaN(value)) {
                    data.add(JsonNull.INSTANCE);
                } else {
                    data.add(value);
                }
            }
        }
        var shape = new JsonArray();
        shape.add(end - start);
        shape.add(rows[start].length);
        var input = new JsonObject();
        input.addProperty("name", "features");
        input.addProperty("datatype", "FP64");
        input.add("shape", shape);
        input.add("data", data);
        var output = new JsonObject();
        output.addProperty("name", InferAnswer.PROBABILITIES);
        var request = new JsonObject();
        request.add("inputs", listOf(input));
        request.add("outputs", listOf(output));
        return request.toString();
    }

    private static JsonArray listOf(JsonObject one) {
        var list = new JsonArray();
        list.add(one);
        return list;
    }

    private JsonObject send(String body) {
        var request =
                HttpRequest.newBuilder(url)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var answer = JsonParser.parseString(response.body()).getAsJsonObject();
            if (response.statusCode() != 200) {
                throw new IllegalArgumentException(answer.get("error").getAsString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("no answer from " + url + ": " + e.getMessage(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for " + url);
        }
    }
}
