package himalia.install.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a cell of a file, in words; what is missing or null and can only mean one thing, as no
 * metadata, is put right.
 */
final class CellCheck {
    private static final Set<String> TYPES = Set.of("code", "markdown", "raw");

    private final JsonObject cell;

    private CellCheck(JsonObject cell) {
        this.cell = cell;
    }

    /** Returns what is wrong, to be read behind "cell 3"; empty where it is a cell. */
    static String fault(JsonElement element) {
        return element instanceof JsonObject object
                ? new CellCheck(object).fault()
                : "is no object but " + shown(element);
    }

    private String fault() {
        var type = cell.get("cell_type");
        if (isMissing(type)) {
            return "has no cell_type (code, markdown or raw)";
        }
        if (!(type instanceof JsonPrimitive word && TYPES.contains(word.getAsString()))) {
            return "has the cell_type " + shown(type) + ", which is none of code, markdown and raw";
        }
        if (isMissing(cell.get("source"))) {
            return "has no source";
        }
        if (!isText(cell.get("source"))) {
            return "has a source that is neither a text nor a list of lines: "
                    + shown(cell.get("source"));
        }
        for (var name : Set.of("id", "metadata", "outputs", "attachments")) {
            if (isMissing(cell.get(name))) {
                cell.remove(name);
            }
        }
        if (!(cell.get("execution_count") instanceof JsonPrimitive count && count.isNumber())) {
            cell.remove("execution_count");
        }
        var metadata = cell.get("metadata");
        if (metadata != null && !(metadata instanceof JsonObject)) {
            return "has metadata that are no object: " + shown(metadata);
        }
        if (metadata instanceof JsonObject object) {
            if (isMissing(object.get("tags"))) {
                object.remove("tags");
            } else if (!isTexts(object.get("tags"))) {
                return "has tags that are no list of words: " + shown(object.get("tags"));
            }
        }
        var id = cell.get("id");
        if (id != null && !(id instanceof JsonPrimitive)) {
            return "has an id that is no text: " + shown(id);
        }
        var attachments = cell.get("attachments");
        if (attachments != null && !(attachments instanceof JsonObject)) {
            return "has attachments that are no object: " + shown(attachments);
        }
        return outputs(cell.get("outputs"));
    }

    private static String outputs(@Nullable JsonElement outputs) {
        if (outputs == null) {
            return "";
        }
        if (!(outputs instanceof JsonArray list)) {
            return "has outputs that are no list: " + shown(outputs);
        }
        for (int i = 0; i < list.size(); i++) {
            var fault = output(list.get(i));
            if (!fault.isEmpty()) {
                return "has an output (" + (i + 1) + ") " + fault;
            }
        }
        return "";
    }

    private static String output(JsonElement element) {
        if (!(element instanceof JsonObject output)) {
            return "that is no object: " + shown(element);
        }
        if (!(output.get("output_type") instanceof JsonPrimitive)) {
            return "without an output_type";
        }
        var text = output.get("text");
        if (text != null && !isText(text)) {
            return "whose text is neither a text nor a list of lines: " + shown(text);
        }
        var data = output.get("data");
        if (data == null) {
            return "";
        }
        if (!(data instanceof JsonObject bundle)) {
            return "whose data are no object: " + shown(data);
        }
        for (var each : bundle.entrySet()) {
            if (!NotebookText.isJson(each.getKey()) && !isText(each.getValue())) {
                return "whose " + each.getKey() + " is no text: " + shown(each.getValue());
            }
        }
        return "";
    }

    private static boolean isMissing(@Nullable JsonElement element) {
        return element == null || element.isJsonNull();
    }

    /** A text, or its lines. */
    private static boolean isText(JsonElement text) {
        return text instanceof JsonPrimitive || isTexts(text);
    }

    private static boolean isTexts(JsonElement list) {
        if (!(list instanceof JsonArray lines)) {
            return false;
        }
        for (var line : lines) {
            if (!(line instanceof JsonPrimitive)) {
                return false;
            }
        }
        return true;
    }

    private static String shown(JsonElement element) {
        var text = element.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
