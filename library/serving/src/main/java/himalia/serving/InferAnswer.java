package himalia.serving;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import himalia.model.ClassPredictions;
import himalia.model.GroupPredictions;
import himalia.model.Predictions;
import himalia.model.ScorePredictions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Predictions as the protocol sends them: each row's number; or each row's class, its probabilities, and the classes
 * they belong to.
 */
final class InferAnswer {
    static final String PREDICTION = "prediction";
    static final String ANOMALY = "anomaly";
    static final String LABEL = "label";
    static final String PROBABILITIES = "probabilities";
    static final String CLASSES = "classes";

    private InferAnswer() {}

    static JsonObject of(String model, InferRequest request, Predictions predictions) {
        var answer = new JsonObject();
        answer.addProperty("model_name", model);
        answer.addProperty("model_version", Routes.VERSION);
        request.id().ifPresent(id -> answer.addProperty("id", id));
        var outputs = new JsonArray();
        for (var name : wanted(request, known(predictions))) {
            outputs.add(output(name, predictions));
        }
        answer.add("outputs", outputs);
        return answer;
    }

    private static JsonObject output(String name, Predictions predictions) {
        return switch (name) {
            case PREDICTION -> prediction(predictions);
            case ANOMALY -> anomalies(predictions);
            case LABEL -> texts(name, predictions.labels());
            case CLASSES -> texts(name, predictions.classes());
            default -> probabilities(predictions);
        };
    }

    private static JsonObject prediction(Predictions predictions) {
        if (predictions instanceof GroupPredictions) {
            var data = new JsonArray(predictions.size());
            IntStream.of(predictions.groups()).forEach(data::add);
            return output(PREDICTION, "INT64", data, predictions.size());
        }
        return numbers(
                predictions instanceof ScorePredictions
                        ? predictions.scores()
                        : predictions.numbers());
    }

    private static JsonObject anomalies(Predictions predictions) {
        var data = new JsonArray(predictions.size());
        for (int row = 0; row < predictions.size(); row++) {
            data.add(predictions.isAnomaly(row));
        }
        return output(ANOMALY, "BOOL", data, predictions.size());
    }

    private static List<String> known(Predictions predictions) {
        if (predictions instanceof ClassPredictions) {
            return List.of(LABEL, PROBABILITIES, CLASSES);
        }
        return predictions instanceof ScorePredictions
                ? List.of(PREDICTION, ANOMALY)
                : List.of(PREDICTION);
    }

    private static List<String> wanted(InferRequest request, List<String> known) {
        for (var name : request.outputs()) {
            if (!known.contains(name)) {
                throw Refusal.bad(
                        "no output '%s'; there are: %s".formatted(name, String.join(", ", known)));
            }
        }
        return request.outputs().isEmpty() ? known : request.outputs();
    }

    private static JsonObject numbers(double[] numbers) {
        var data = new JsonArray(numbers.length);
        for (int row = 0; row < numbers.length; row++) {
            data.add(finite(row, numbers[row]));
        }
        return output(PREDICTION, "FP64", data, numbers.length);
    }

    /** JSON has no word for NaN, and null would pass for a prediction that is there. */
    private static double finite(int row, double value) {
        if (!Double.isFinite(value)) {
            throw new Refusal(
                    500,
                    "the model failed: it predicts %s for row %d, which is no number to answer with; leave that row out, or mend the model"
                            .formatted(value, row));
        }
        return value;
    }

    private static JsonObject texts(String name, List<String> texts) {
        var data = new JsonArray(texts.size());
        texts.forEach(data::add);
        return output(name, "BYTES", data, texts.size());
    }

    private static JsonObject probabilities(Predictions predictions) {
        int classes = predictions.classes().size();
        var data = new JsonArray(predictions.size() * classes);
        for (int row = 0; row < predictions.size(); row++) {
            for (double value : predictions.probabilities(row)) {
                data.add(finite(row, value));
            }
        }
        return output(PROBABILITIES, "FP64", data, predictions.size(), classes);
    }

    private static JsonObject output(String name, String datatype, JsonArray data, int... shape) {
        var output = new JsonObject();
        output.addProperty("name", name);
        output.addProperty("datatype", datatype);
        var lengths = new JsonArray();
        for (int length : shape) {
            lengths.add(length);
        }
        output.add("shape", lengths);
        output.add("data", data);
        return output;
    }
}
