package himalia.install.runner;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * What a fresh run says otherwise than the outputs that a notebook was saved with.
 *
 * <p>Texts and HTML must agree; of a picture, only its size, since fonts differ from machine to machine; a cell with the
 * tag {@code varies} is not compared, and progress nowhere.
 */
public final class Differences {
    private Differences() {}

    /** Returns one line for each cell that differs. */
    public static List<String> between(NotebookFile saved, NotebookFile fresh) {
        var before = saved.codeCells();
        var after = fresh.codeCells().stream().filter(cell -> !cell.isGiven()).toList();
        var lines = new ArrayList<String>();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            var was = before.get(i);
            if (!was.tags().contains("varies") && !isUnrun(after.get(i))) {
                var line = between(was, after.get(i));
                if (!line.isEmpty()) {
                    lines.add("cell " + (i + 1) + ": " + line);
                }
            }
        }
        return lines;
    }

    /** Returns the numbers of the cells that a run did not come to, of which it says nothing. */
    public static List<Integer> unrun(NotebookFile fresh) {
        var cells = fresh.codeCells().stream().filter(cell -> !cell.isGiven()).toList();
        return IntStream.range(0, cells.size())
                .filter(i -> isUnrun(cells.get(i)))
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static boolean isUnrun(NotebookCell cell) {
        return !cell.source().isBlank() && cell.count().isEmpty() && cell.outputs().isEmpty();
    }

    private static String between(NotebookCell was, NotebookCell is) {
        var saved = lasting(was);
        var fresh = lasting(is);
        if (saved.size() != fresh.size()) {
            return saved.size()
                    + (saved.size() == 1 ? " output was" : " outputs were")
                    + " saved, now there "
                    + (fresh.size() == 1 ? "is " : "are ")
                    + fresh.size();
        }
        for (int i = 0; i < saved.size(); i++) {
            var before = comparable(saved.get(i));
            var after = comparable(fresh.get(i));
            if (!before.equals(after)) {
                return difference(before, after);
            }
        }
        return "";
    }

    /**
     * Returns all outputs but progress, which shows where a machine is slow and tells how long it took, and pages of help,
     * which a front end shows and does not save.
     */
    public static List<JsonObject> lasting(NotebookCell cell) {
        var lasting = new ArrayList<JsonObject>();
        for (var output : cell.outputs()) {
            if (!isPassing(output.getAsJsonObject())) {
                lasting.add(output.getAsJsonObject());
            }
        }
        return lasting;
    }

    private static boolean isPassing(JsonObject output) {
        return output.get("metadata") instanceof JsonObject metadata
                && metadata.get("himalia") instanceof JsonObject ours
                && (ours.has("progress") || ours.has("page"));
    }

    private static String difference(JsonObject before, JsonObject after) {
        for (var key : before.keySet()) {
            var was = before.get(key);
            var is = after.get(key);
            if (is == null) {
                return "'" + key + "' is missing now";
            }
            if (was.isJsonObject() && is.isJsonObject() && !was.equals(is)) {
                return difference(was.getAsJsonObject(), is.getAsJsonObject());
            }
            if (!was.equals(is)) {
                return key + " was " + line(was, is) + ", now it is " + line(is, was);
            }
        }
        return "now it has more: " + after.keySet();
    }

    /** The first line of {@code text} that {@code other} does not have in its place, cut to a screen. */
    private static String line(JsonElement text, JsonElement other) {
        var lines = words(text).split("\n", -1);
        var others = words(other).split("\n", -1);
        int i = 0;
        while (i < lines.length - 1 && i < others.length && lines[i].equals(others[i])) {
            i++;
        }
        var line = lines[i];
        return "'" + (line.length() > 100 ? line.substring(0, 100) + "…" : line) + "'";
    }

    private static String words(JsonElement element) {
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }

    private static JsonObject comparable(JsonObject output) {
        var copy = output.deepCopy();
        copy.remove("execution_count");
        copy.remove("traceback");
        if (copy.has("data")) {
            var data = copy.getAsJsonObject("data");
            for (var mime : List.copyOf(data.keySet())) {
                if (mime.startsWith("image/")) {
                    data.addProperty(mime, size(data.get(mime).getAsString()));
                }
            }
        }
        return copy;
    }

    private static String size(String picture) {
        try {
            var bytes = Base64.getMimeDecoder().decode(picture);
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image == null
                    ? "a picture"
                    : "a picture of " + image.getWidth() + " × " + image.getHeight();
        } catch (IOException | IllegalArgumentException e) {
            return "a picture";
        }
    }
}
