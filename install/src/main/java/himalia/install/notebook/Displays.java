package himalia.install.notebook;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outputs of a notebook that can be updated: an update reaches every output shown under its name, in every cell. */
public final class Displays {
    private final Map<String, List<JsonObject>> byId = new HashMap<>();

    void remember(String id, JsonObject output) {
        byId.computeIfAbsent(id, unknown -> new ArrayList<>()).add(output);
    }

    void forget(JsonObject output) {
        byId.values().forEach(outputs -> outputs.removeIf(each -> each == output));
    }

    void update(String id, JsonObject data, JsonObject metadata) {
        for (var output : byId.getOrDefault(id, List.of())) {
            output.add("data", data.deepCopy());
            output.add("metadata", metadata.deepCopy());
        }
    }
}
