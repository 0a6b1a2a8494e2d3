package himalia.magics.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import himalia.display.bundle.Nearest;
import himalia.magics.spi.MagicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of code: Java source, JShell source, or a notebook.
 *
 * @param path where it is
 */
record CodeFile(Path path) {
    private static final List<String> ENDINGS =
            List.of(".jshell", ".jsh", ".java", ".ijava", ".ipynb");

    /** Finds a file; where its name has no ending, each ending is tried, {@code first} before the others. */
    static CodeFile find(String magic, Path directory, String name, String first) {
        var exact = directory.resolve(name);
        var endings = new ArrayList<>(List.of("", first));
        endings.addAll(ENDINGS);
        for (var ending : endings) {
            var file = directory.resolve(name + ending);
            if (Files.isRegularFile(file)) {
                return new CodeFile(file);
            }
        }
        throw new MagicException(
                magic
                        + ": no file '"
                        + name
                        + "' in "
                        + directory
                        + ", nor with "
                        + String.join(", ", ENDINGS)
                        + nearest(exact));
    }

    private static String nearest(Path missing) {
        var folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "; there is no folder " + folder;
        }
        try (var files = Files.list(folder)) {
            var names = files.map(file -> String.valueOf(file.getFileName())).toList();
            return Nearest.to(String.valueOf(missing.getFileName()), names)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns its code, piece by piece, as the kernel takes it. */
    List<Map<String, String>> sources() throws IOException {
        var name = String.valueOf(path.getFileName());
        if (name.endsWith(".ipynb")) {
            return cells(name);
        }
        return List.of(Map.of("source", withoutPackage(Files.readString(path)), "origin", name));
    }

    /** Cells are in no package; the line stays, so that errors name the right one. */
    private static String withoutPackage(String source) {
        return source.replaceFirst("(?m)^\\s*package\\s+[\\w.]+\\s*;", "");
    }

    private List<Map<String, String>> cells(String name) throws IOException {
        var pieces = new ArrayList<Map<String, String>>();
        int count = 0;
        try {
            var notebook = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
            for (var element : notebook.getAsJsonArray("cells")) {
                var cell = element.getAsJsonObject();
                if (cell.get("cell_type").getAsString().equals("code")) {
                    count++;
                    pieces.add(
                            Map.of(
                                    "source",
                                    text(cell.get("source")),
                                    "origin",
                                    name + ", code cell " + count));
                }
            }
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | NullPointerException e) {
            throw new MagicException(
                    name
                            + " is no notebook of format 4: "
                            + e.getMessage()
                            + "; open it in Jupyter and save it",
                    e);
        }
        return pieces;
    }

    private static String text(JsonElement source) {
        if (!source.isJsonArray()) {
            return source.getAsString();
        }
        var text = new StringBuilder();
        source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
