package himalia.install.runner;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import himalia.install.notebook.NotebookFile;

/** Builds small notebooks. */
final class Notebooks {
    private final JsonArray cells = new JsonArray();

    Notebooks code(String source, String... tags) {
        return cell("code", source, tags);
    }

    Notebooks text(String source, String... tags) {
        return cell("markdown", source, tags);
    }

    String json() {
        var notebook = new JsonObject();
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 4);
        notebook.add("cells", cells);
        return notebook.toString();
    }

    NotebookFile build() {
        return NotebookFile.parse(json(), "test.ipynb");
    }

    private Notebooks cell(String type, String source, String... tags) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.addProperty("source", source);
        var list = new JsonArray();
        for (var tag : tags) {
            list.add(tag);
        }
        var metadata = new JsonObject();
        metadata.add("tags", list);
        cell.add("metadata", metadata);
        cells.add(cell);
        return this;
    }
}
