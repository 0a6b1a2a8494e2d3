package himalia.serving;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.model.GroupPredictions;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.ScorePredictions;
import himalia.model.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
        var question = new InferQuestion(schema, table);
        var numbers = new ArrayList<Double>();
        for (int start = 0; start < table.rowCount(); start += ROWS_AT_A_TIME) {
            int end = Math.min(table.rowCount(), start + ROWS_AT_A_TIME);
            for (var output : send(question.body(start, end)).getAsJsonArray("outputs")) {
                var data = output.getAsJsonObject().getAsJsonArray("data");
                data.forEach(number -> numbers.add(number.getAsDouble()));
            }
        }
        var all = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        return predictions(schema.target(), all);
    }

    private static Predictions predictions(Target target, double[] all) {
        if (target instanceof Target.Classes classes) {
            return Predictions.of(classes.classes(), rows(all, classes.classes().size()));
        }
        if (target instanceof Target.Groups) {
            return GroupPredictions.of(Arrays.stream(all).mapToInt(each -> (int) each).toArray());
        }
        return target instanceof Target.Scores scores
                ? ScorePredictions.of(all, scores.threshold())
                : Predictions.of(all);
    }

    private static double[][] rows(double[] numbers, int width) {
        var rows = new double[numbers.length / width][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(numbers, i * width, (i + 1) * width);
        }
        return rows;
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
