package himalia.install.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * One notebook, brought to nbformat 4.5 as it is read: every cell has an id, every text is one string.
 *
 * <pre>{@code
 * var notebook = Notebook.read(Path.of("notebooks", "00-first-look.ipynb"));
 * notebook.cells().get(0).source();
 * }</pre>
 */
public final class NotebookFile {
    private static final int LONGEST_BEGIN = 20;

    private final JsonObject document;
    private final List<NotebookCell> cells = new ArrayList<>();

    private NotebookFile(JsonObject document) {
        this.document = document;
        var ids = new HashSet<String>();
        for (var element : document.getAsJsonArray("cells")) {
            var cell = new NotebookCell(element.getAsJsonObject(), false);
            cell.complete(cells.size(), ids);
            cells.add(cell);
        }
    }

    /** Reads a file; the message of what goes wrong names it. */
    public static NotebookFile read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "%s is a folder; name the notebooks in it, as in %s"
                            .formatted(file, file.resolve("*.ipynb")));
        }
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no notebook " + file, e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is no notebook: it is not UTF-8 text", e);
        }
    }

    /** Reads the text of a notebook; {@code name} is what messages call it. */
    public static NotebookFile parse(String text, String name) {
        var json = object(text, name);
        int major = number(json, "nbformat");
        if (major != 4 || !(json.get("cells") instanceof JsonArray cells)) {
            throw new IllegalArgumentException(
                    name
                            + " is no notebook of nbformat 4"
                            + (major == 0 || major == 4 ? "" : " but of nbformat " + major)
                            + (major == 4
                                    ? ": it has no list of cells"
                                    : "; open and save it once in JupyterLab"));
        }
        check(cells, name);
        json.addProperty("nbformat_minor", Math.max(5, number(json, "nbformat_minor")));
        if (!(json.get("metadata") instanceof JsonObject)) {
            json.add("metadata", new JsonObject());
        }
        return new NotebookFile(json);
    }

    private static JsonObject object(String text, String name) {
        try {
            if (JsonParser.parseString(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(
                    name + " is no notebook: " + notJupyters(text.strip()), e);
        }
        throw new IllegalArgumentException(name + " is no notebook: " + notJupyters(text.strip()));
    }

    private static void check(JsonArray cells, String name) {
        for (int i = 0; i < cells.size(); i++) {
            var fault = CellCheck.fault(cells.get(i));
            if (!fault.isEmpty()) {
                throw new IllegalArgumentException(
                        name + " is no notebook: cell " + (i + 1) + " " + fault);
            }
        }
    }

    /** Returns a number of the document's, 0 where it has none. */
    private static int number(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive number && number.isNumber()
                ? number.getAsInt()
                : 0;
    }

    private static String notJupyters(String text) {
        if (text.isEmpty()) {
            return "it is empty";
        }
        var line = text.lines().findFirst().orElse("");
        var begin = line.length() > LONGEST_BEGIN ? line.substring(0, LONGEST_BEGIN) + "…" : line;
        return text.startsWith("{")
                ? "its JSON is not that of a notebook, or is cut off"
                : "it begins with '" + begin + "', and a notebook is JSON that begins with {";
    }

    /** Returns the language of the kernel that it was written for; empty where it does not say. */
    public String language() {
        for (var place : List.of("kernelspec/language", "language_info/name")) {
            var part = place.split("/");
            if (metadata().get(part[0]) instanceof JsonObject told
                    && told.get(part[1]) instanceof JsonPrimitive language) {
                return language.getAsString();
            }
        }
        return "";
    }

    public List<NotebookCell> cells() {
        return List.copyOf(cells);
    }

    public List<NotebookCell> codeCells() {
        return cells.stream().filter(NotebookCell::isCode).toList();
    }

    public JsonObject metadata() {
        return document.getAsJsonObject("metadata");
    }

    /** Puts a new code cell before the cell at {@code index}. */
    public NotebookCell insertCode(int index, String id, String source) {
        var json = new JsonObject();
        json.addProperty("cell_type", "code");
        json.addProperty("id", id);
        json.addProperty("source", source);
        var cell = new NotebookCell(json, true);
        cell.complete(index, new HashSet<>());
        cells.add(index, cell);
        var all = new JsonArray();
        cells.forEach(each -> all.add(each.json()));
        document.add("cells", all);
        return cell;
    }

    /** Returns the text of the file, as Jupyter's own programs write it, so that differences stay small. */
    public String text() {
        return NotebookText.of(document);
    }
}
