package himalia.install.runner;

import com.google.gson.JsonArray;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Values given to a notebook from outside: a cell with the tag {@code parameters} declares them with their defaults, and
 * a cell put after it assigns the given ones.
 *
 * <pre>{@code
 * himalia run 03-sampling.ipynb -p seed=7 -p data=churn.csv
 * }</pre>
 */
public final class Parameters {
    private static final String DECLARED = "parameters";
    private static final String GIVEN = "injected-parameters";
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "(?m)^\\s*(?:final\\s+)?([\\w.<>\\[\\]]+)\\s+(\\w+)\\s*=\\s*([^;\\n]*)");
    private static final Pattern PLAIN =
            Pattern.compile(
                    "true|false|null|[+-]?(\\d[\\d_]*)?(\\.\\d+)?([eE][+-]?\\d+)?[lLfFdD]?");

    private Parameters() {}

    /** Puts the values into the notebook; a name that it does not declare is refused. */
    public static void apply(NotebookFile notebook, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        var cells = notebook.cells();
        int at = 0;
        while (at < cells.size() && !cells.get(at).tags().contains(DECLARED)) {
            at++;
        }
        if (at == cells.size()) {
            throw new IllegalArgumentException(
                    "-p: the notebook declares no parameters; give the tag 'parameters' to the cell"
                            + " that does");
        }
        var declared = declared(cells.get(at));
        var source = new StringBuilder("// Parameters given to this run");
        values.forEach(
                (name, value) -> {
                    var isText = declared.get(name);
                    if (isText == null) {
                        throw new IllegalArgumentException(
                                "-p: the notebook has no parameter '"
                                        + name
                                        + "'; there are: "
                                        + String.join(", ", declared.keySet()));
                    }
                    source.append('\n').append(name).append(" = ");
                    source.append(isText ? quoted(value) : number(name, value)).append(';');
                });
        if (at + 1 < cells.size() && cells.get(at + 1).tags().contains(GIVEN)) {
            throw new IllegalArgumentException(
                    "-p: this notebook already holds the parameters of an earlier run; take the"
                            + " one that it was made from");
        }
        var cell = notebook.insertCode(at + 1, GIVEN, source.toString());
        var tags = new JsonArray();
        tags.add(GIVEN);
        cell.metadata().add("tags", tags);
    }

    /** Each parameter's name, and whether it is a text. */
    private static Map<String, Boolean> declared(NotebookCell cell) {
        var names = new LinkedHashMap<String, Boolean>();
        var found = DECLARATION.matcher(cell.source());
        while (found.find()) {
            var type = found.group(1);
            var isText =
                    type.equals("String")
                            || type.equals("var") && found.group(3).strip().startsWith("\"");
            names.put(found.group(2), isText);
        }
        return names;
    }

    private static String number(String name, String value) {
        if (!PLAIN.matcher(value).matches() || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "-p: the parameter '"
                            + name
                            + "' is no text, so it takes a number, true or false; got '"
                            + value
                            + "'");
        }
        return value;
    }

    private static String quoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
