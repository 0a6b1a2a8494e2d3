package himalia.install.notebook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;

/** A notebook's JSON as text: keys sorted, one space of indent, texts as lists of lines, a newline at the end. */
final class NotebookText {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private NotebookText() {}

    static String of(JsonObject document) {
        var lines = sorted(document);
        for (var element : lines.getAsJsonArray("cells")) {
            var cell = element.getAsJsonObject();
            split(cell, Set.of("source"));
            if (cell.has("outputs")) {
                cell.getAsJsonArray("outputs")
                        .forEach(output -> splitOutput(output.getAsJsonObject()));
            }
        }
        var text = new StringWriter();
        var writer = new JsonWriter(text);
        writer.setIndent(" ");
        writer.setHtmlSafe(false);
        GSON.toJson(lines, writer);
        return text + "\n";
    }

    /** True for MIME types whose content is JSON itself. */
    static boolean isJson(String mime) {
        return mime.equals("application/json") || mime.endsWith("+json");
    }

    private static JsonObject sorted(JsonObject object) {
        var copy = new JsonObject();
        for (var key : new TreeSet<>(object.keySet())) {
            copy.add(key, sortedAny(object.get(key)));
        }
        return copy;
    }

    private static JsonElement sortedAny(JsonElement element) {
        if (element.isJsonObject()) {
            return sorted(element.getAsJsonObject());
        }
        if (element.isJsonArray()) {
            var copy = new JsonArray();
            element.getAsJsonArray().forEach(each -> copy.add(sortedAny(each)));
            return copy;
        }
        return element;
    }

    private static void splitOutput(JsonObject output) {
        split(output, Set.of("text"));
        if (output.has("data")) {
            var data = output.getAsJsonObject("data");
            var texts = new TreeSet<String>();
            for (var mime : data.keySet()) {
                if (mime.startsWith("text/")
                        || mime.equals("image/svg+xml")
                        || mime.equals("application/javascript")) {
                    texts.add(mime);
                }
            }
            split(data, texts);
        }
    }

    private static void split(JsonObject object, Set<String> keys) {
        for (var key : keys) {
            var value = object.get(key);
            if (value != null && value.isJsonPrimitive()) {
                var lines = new JsonArray();
                var text = value.getAsString();
                for (int start = 0; start < text.length(); ) {
                    var end = text.indexOf('\n', start);
                    var next = end < 0 ? text.length() : end + 1;
                    lines.add(text.substring(start, next));
                    start = next;
                }
                object.add(key, lines);
            }
        }
    }
}
