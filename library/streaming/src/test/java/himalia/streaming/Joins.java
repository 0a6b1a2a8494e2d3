package himalia.streaming;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The reference's stream, and what its windows must say; times are whole numbers, taken as milliseconds. */
final class Joins {
    record Event(int index, long time, String key, double value) {}

    /** A row of a window. */
    record Told(String key, long start, long end, long count, double sum, String why) {}

    private static final JsonObject ALL = read();

    private Joins() {}

    private static JsonObject read() {
        try (var file = Joins.class.getResourceAsStream("/joins.json")) {
            return JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonArray> rows(JsonElement of) {
        return StreamSupport.stream(of.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonArray)
                .toList();
    }

    static List<Event> events() {
        return rows(ALL.getAsJsonObject("stream").get("rows")).stream()
                .map(
                        row ->
                                new Event(
                                        row.get(0).getAsInt(),
                                        row.get(1).getAsLong(),
                                        row.get(2).getAsString(),
                                        row.get(3).getAsDouble()))
                .toList();
    }

    static List<JsonObject> cases(String name) {
        return StreamSupport.stream(ALL.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static List<Told> emitted(JsonObject of) {
        return rows(of.get("emitted")).stream()
                .map(
                        row ->
                                new Told(
                                        row.get(0).getAsString(),
                                        row.get(1).getAsLong(),
                                        row.get(2).getAsLong(),
                                        row.get(3).getAsLong(),
                                        row.get(4).getAsDouble(),
                                        row.get(5).getAsString()))
                .toList();
    }

    static Map<String, List<JsonArray>> sessions(JsonObject of) {
        var all = new TreeMap<String, List<JsonArray>>();
        of.getAsJsonObject("sessions")
                .entrySet()
                .forEach(each -> all.put(each.getKey(), rows(each.getValue())));
        return all;
    }
}
