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

    /** Takes nothing back: to be able to, the JDK recurses once a character, and a text may be long. */
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "(?m)(?:^|;)\\s*(?:final\\s+)?([\\w.<>\\[\\]]+)\\s+(\\w+)\\s*=\\s*((?:"
                            + "\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|'(?!')[^'\\\\\n]*+(?:\\\\.[^'\\\\\n]*+)*+'|[^;\n\"']++)*+)");

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
                    var declaration = declared.get(name);
                    if (declaration == null) {
                        throw new IllegalArgumentException(
                                "-p: the notebook has no parameter '"
                                        + name
                                        + "'; there are: "
                                        + String.join(", ", declared.keySet()));
                    }
                    source.append('\n').append(name).append(" = ");
                    source.append(declaration.java(value)).append(';');
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

    /** One parameter, as the notebook's cell writes it. */
    private record Declaration(String type, String name, String initial) {
        String java(String value) {
            var kind = ParameterType.of(type, initial);
            if (kind.isEmpty() && isInferred()) {
                throw new IllegalArgumentException(
                        "-p: the parameter '%s' is declared as '%s', which does not show its type; write the type, as in 'int %s = …'"
                                .formatted(name, words(), name));
            }
            if (kind.isEmpty()) {
                throw new IllegalArgumentException(
                        "-p: the parameter '%s' is declared as '%s', which -p cannot set; it sets texts, numbers, true or false, and paths: declare a String, and make of it what is needed in the next cell"
                                .formatted(name, words()));
            }
            return kind.get()
                    .java(value)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "-p: the parameter '%s' is declared as '%s' and takes %s; got '%s'"
                                                    .formatted(
                                                            name,
                                                            words(),
                                                            kind.get().words(),
                                                            value)));
        }

        private boolean isInferred() {
            return type.equals("var");
        }

        private String words() {
            return isInferred() ? "var " + name + " = " + initial : type + " " + name;
        }
    }

    private static Map<String, Declaration> declared(NotebookCell cell) {
        var names = new LinkedHashMap<String, Declaration>();
        var found = DECLARATION.matcher(cell.source());
        while (found.find()) {
            var name = found.group(2);
            names.put(name, new Declaration(found.group(1), name, found.group(3).strip()));
        }
        return names;
    }
}
