package himalia.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.function.BiConsumer;

/** What a study and the processes of its trials tell each other. */
final class TrialWire {
    private TrialWire() {}

    private static byte[] bytes(JsonObject json) {
        return DistributionJson.text(json).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject read(byte[] body) {
        return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    /** Writes the settings that are to be tried, as a study's file has them. */
    static byte[] order(TrialRun trial) {
        var settings = new JsonArray();
        trial.settings()
                .forEach(
                        (name, value) -> {
                            var distribution = trial.space().distribution(name);
                            var setting = new JsonObject();
                            setting.addProperty("name", name);
                            setting.addProperty("value", distribution.number(value));
                            setting.addProperty(
                                    "distribution", DistributionJson.written(distribution));
                            settings.add(setting);
                        });
        var order = new JsonObject();
        order.addProperty("number", trial.number());
        order.add("settings", settings);
        return bytes(order);
    }

    static Trial trial(byte[] body, BiConsumer<Integer, Double> reports) {
        var order = read(body);
        var space = SearchSpace.empty();
        var settings = new LinkedHashMap<String, Object>();
        for (var each : order.getAsJsonArray("settings")) {
            var setting = each.getAsJsonObject();
            var name = setting.get("name").getAsString();
            var distribution = DistributionJson.read(setting.get("distribution").getAsString());
            space = space.with(name, distribution);
            settings.put(name, distribution.value(setting.get("value").getAsDouble()));
        }
        return new Trial(order.get("number").getAsInt(), space, settings, reports);
    }

    static byte[] report(int step, double value) {
        var report = new JsonObject();
        report.addProperty("step", step);
        report.addProperty("value", value);
        return bytes(report);
    }

    static TrialWorkers.Reported report(int worker, byte[] body) {
        var report = read(body);
        return new TrialWorkers.Reported(
                worker, report.get("step").getAsInt(), report.get("value").getAsDouble());
    }

    /** Writes why a trial is to end; empty for none. */
    static byte[] answer(String why) {
        var answer = new JsonObject();
        answer.addProperty("why", why);
        return bytes(answer);
    }

    static String answer(byte[] body) {
        return read(body).get("why").getAsString();
    }

    static byte[] outcome(TrialOutcome outcome) {
        var json = new JsonObject();
        json.addProperty("state", outcome.state().name());
        json.addProperty("value", outcome.value());
        json.addProperty("why", outcome.why());
        return bytes(json);
    }

    static TrialOutcome outcome(byte[] body) {
        var json = read(body);
        return new TrialOutcome(
                TrialState.valueOf(json.get("state").getAsString()),
                json.get("value").getAsDouble(),
                json.get("why").getAsString());
    }
}
