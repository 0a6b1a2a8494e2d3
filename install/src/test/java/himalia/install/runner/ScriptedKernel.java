package himalia.install.runner;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A kernel that answers each cell with the messages it was told. */
final class ScriptedKernel implements RunningKernel {
    private final Map<String, List<String>> messages = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private boolean closed;

    /** Answers {@code code} with messages such as {@code stream {"name": "stdout", "text": "hello"}}. */
    ScriptedKernel on(String code, String... answers) {
        messages.put(code, List.of(answers));
        return this;
    }

    List<String> seen() {
        return seen;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public JsonObject languageInfo() {
        return JsonParser.parseString("{\"name\": \"java\", \"version\": \"17.0.1\"}")
                .getAsJsonObject();
    }

    @Override
    public Answer execute(String code, BiConsumer<String, JsonObject> outputs, Duration limit)
            throws IOException {
        seen.add(code);
        var ok = true;
        var interrupted = false;
        for (var message : messages.getOrDefault(code, List.of())) {
            if (message.equals("die")) {
                throw new IOException("it ended with status 134");
            }
            if (message.equals("no more")) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
            if (message.equals("hang")) {
                interrupted = true;
                continue;
            }
            var space = message.indexOf(' ');
            var type = message.substring(0, space);
            outputs.accept(
                    type, JsonParser.parseString(message.substring(space)).getAsJsonObject());
            ok &= !type.equals("error");
        }
        return new Answer(ok, seen.size(), interrupted);
    }

    @Override
    public List<String> jobs() {
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
    }
}
