package himalia.install.runner;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import himalia.client.Event;
import himalia.client.Pending;
import himalia.kernel.protocol.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What cells go on saying after they have ended, from jobs and threads: it belongs below the cell that started them.
 *
 * <p>Each cell's messages come in a queue of their own; they are joined by the kernel's clock, so that an update does not
 * overtake the display that it is for.
 */
final class LateOutputs {
    private static final Gson GSON = new Gson();

    private final Map<Pending, BiConsumer<String, JsonObject>> ended = new LinkedHashMap<>();
    private final List<Said> waiting = new ArrayList<>();

    private record Said(Message message, BiConsumer<String, JsonObject> outputs) {}

    /** From now on listens to a cell that has ended. */
    void add(Pending cell, BiConsumer<String, JsonObject> outputs) {
        ended.put(cell, outputs);
    }

    /** Takes up what has come, and applies nothing yet. */
    void collect() throws InterruptedException {
        for (var entry : ended.entrySet()) {
            var event = entry.getKey().next(Duration.ZERO);
            while (event.isPresent()) {
                if (event.get() instanceof Event.Published output) {
                    waiting.add(new Said(output.message(), entry.getValue()));
                }
                event = entry.getKey().next(Duration.ZERO);
            }
        }
        waiting.sort(Comparator.comparing(said -> date(said.message())));
    }

    /** Applies what was said before a message of the cell that runs. */
    void applyUntil(Message message) {
        while (!waiting.isEmpty() && date(waiting.get(0).message()).compareTo(date(message)) <= 0) {
            apply(waiting.remove(0));
        }
    }

    void applyAll() {
        waiting.forEach(LateOutputs::apply);
        waiting.clear();
    }

    private static void apply(Said said) {
        apply(said.message().type(), said.message().content(), said.outputs());
    }

    static void apply(
            String type, Map<String, Object> content, BiConsumer<String, JsonObject> outputs) {
        outputs.accept(type, GSON.toJsonTree(content).getAsJsonObject());
    }

    /** Our kernel writes all dates in one form, so that as texts they are in order too. */
    private static String date(Message message) {
        return message.header().get("date") instanceof String date ? date : "";
    }
}
