package himalia.install.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** One cell of a notebook; what it holds is changed in place. */
public final class NotebookCell {
    private final JsonObject json;
    private final boolean given;

    NotebookCell(JsonObject json, boolean given) {
        this.json = json;
        this.given = given;
    }

    /** Tells whether the cell was put in for this run, and is not in the file that was read. */
    public boolean isGiven() {
        return given;
    }

    public boolean isCode() {
        return type().equals("code");
    }

    public boolean isMarkdown() {
        return type().equals("markdown");
    }

    public String id() {
        return json.get("id").getAsString();
    }

    public String source() {
        return json.get("source").getAsString();
    }

    public Set<String> tags() {
        var tags = new HashSet<String>();
        if (metadata().has("tags")) {
            metadata().getAsJsonArray("tags").forEach(tag -> tags.add(tag.getAsString()));
        }
        return tags;
    }

    public JsonObject metadata() {
        return json.getAsJsonObject("metadata");
    }

    /** Returns a code cell's outputs, as nbformat writes them; change them through {@link CellOutputs}. */
    public JsonArray outputs() {
        return json.getAsJsonArray("outputs");
    }

    /** Returns the pictures that a Markdown cell carries with it. */
    public JsonObject attachments() {
        return json.has("attachments") ? json.getAsJsonObject("attachments") : new JsonObject();
    }

    public OptionalInt count() {
        var count = json.get("execution_count");
        return count == null || count.isJsonNull()
                ? OptionalInt.empty()
                : OptionalInt.of(count.getAsInt());
    }

    public void count(int count) {
        json.addProperty("execution_count", count);
    }

    /** Forgets what an earlier run left. */
    public void clear() {
        json.add("outputs", new JsonArray());
        json.add("execution_count", JsonNull.INSTANCE);
        metadata().remove("execution");
    }

    JsonObject json() {
        return json;
    }

    /** Fills in what nbformat 4.5 asks for, and joins texts that are split into lines. */
    void complete(int index, Set<String> idsTaken) {
        json.addProperty("source", joined(json.get("source")));
        if (!json.has("metadata")) {
            json.add("metadata", new JsonObject());
        }
        if (isCode()) {
            if (!json.has("execution_count")) {
                json.add("execution_count", JsonNull.INSTANCE);
            }
            if (!json.has("outputs")) {
                json.add("outputs", new JsonArray());
            }
            outputs().forEach(output -> joinOutput(output.getAsJsonObject()));
        }
        if (!json.has("id") || !idsTaken.add(id())) {
            // The same notebook gets the same ids each time, so that two runs compare.
            var id = String.format("%08x", source().hashCode() * 31 + index);
            while (!idsTaken.add(id)) {
                id += "x";
            }
            json.addProperty("id", id);
        }
    }

    private String type() {
        return json.get("cell_type").getAsString();
    }

    private static void joinOutput(JsonObject output) {
        if (output.has("text")) {
            output.addProperty("text", joined(output.get("text")));
        }
        if (output.has("data")) {
            for (var entry : output.getAsJsonObject("data").entrySet()) {
                if (entry.getValue().isJsonArray() && !NotebookText.isJson(entry.getKey())) {
                    entry.setValue(new JsonPrimitive(joined(entry.getValue())));
                }
            }
        }
    }

    private static String joined(JsonElement text) {
        if (!text.isJsonArray()) {
            return text.getAsString();
        }
        var whole = new StringBuilder();
        text.getAsJsonArray().forEach(line -> whole.append(line.getAsString()));
        return whole.toString();
    }
}
