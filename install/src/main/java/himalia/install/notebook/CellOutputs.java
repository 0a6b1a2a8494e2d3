package himalia.install.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Applies what the kernel publishes to the outputs of one cell, as a front end does. */
public final class CellOutputs {
    private final NotebookCell cell;
    private final Displays displays;
    private boolean clearAtNext;

    /**
     * Starts with the cell's outputs as they are.
     *
     * @param displays those of the whole notebook
     */
    public CellOutputs(NotebookCell cell, Displays displays) {
        this.cell = cell;
        this.displays = displays;
    }

    /** Applies one message; kinds that leave nothing in a file are passed over. */
    public void apply(String type, JsonObject content) {
        switch (type) {
            case "stream" -> stream(content.get("name").getAsString(), text(content.get("text")));
            case "display_data" -> add(shown(content, "display_data"), content);
            case "execute_result" -> {
                var output = shown(content, "execute_result");
                output.add("execution_count", content.get("execution_count"));
                add(output, content);
            }
            case "update_display_data" ->
                    displays.update(
                            displayId(content), content.getAsJsonObject("data"), metadata(content));
            case "error" -> {
                var output = output("error");
                output.add("ename", content.get("ename"));
                output.add("evalue", content.get("evalue"));
                output.add("traceback", content.getAsJsonArray("traceback"));
                add(output, content);
            }
            case "clear_output" -> {
                clearAtNext = content.has("wait") && content.get("wait").getAsBoolean();
                if (!clearAtNext) {
                    empty();
                }
            }
            default -> {}
        }
    }

    /** Consecutive texts of one stream are one output, whatever pieces they came in. */
    private void stream(String name, String text) {
        clearIfAsked();
        var outputs = cell.outputs();
        if (!outputs.isEmpty()) {
            var last = outputs.get(outputs.size() - 1).getAsJsonObject();
            if (last.get("output_type").getAsString().equals("stream")
                    && last.get("name").getAsString().equals(name)) {
                last.addProperty("text", last.get("text").getAsString() + text);
                return;
            }
        }
        var output = output("stream");
        output.addProperty("name", name);
        output.addProperty("text", text);
        outputs.add(output);
    }

    private void add(JsonObject output, JsonObject content) {
        clearIfAsked();
        cell.outputs().add(output);
        var id = displayId(content);
        if (!id.isEmpty()) {
            displays.remember(id, output);
        }
    }

    private void clearIfAsked() {
        if (clearAtNext) {
            clearAtNext = false;
            empty();
        }
    }

    private void empty() {
        var outputs = cell.outputs();
        while (!outputs.isEmpty()) {
            displays.forget(outputs.remove(outputs.size() - 1).getAsJsonObject());
        }
    }

    private static JsonObject shown(JsonObject content, String type) {
        var output = output(type);
        output.add("data", content.getAsJsonObject("data").deepCopy());
        output.add("metadata", metadata(content).deepCopy());
        return output;
    }

    private static JsonObject output(String type) {
        var output = new JsonObject();
        output.addProperty("output_type", type);
        return output;
    }

    private static JsonObject metadata(JsonObject content) {
        return content.has("metadata") ? content.getAsJsonObject("metadata") : new JsonObject();
    }

    /** Returns the name that the output can be updated by; it belongs to the session, not to the file. */
    private static String displayId(JsonObject content) {
        var about = content.get("transient");
        if (about == null || !about.isJsonObject() || !about.getAsJsonObject().has("display_id")) {
            return "";
        }
        return about.getAsJsonObject().get("display_id").getAsString();
    }

    private static String text(JsonElement text) {
        if (!(text instanceof JsonArray lines)) {
            return text.getAsString();
        }
        var whole = new StringBuilder();
        lines.forEach(line -> whole.append(line.getAsString()));
        return whole.toString();
    }
}
