package himalia.install.runner;

import com.google.gson.JsonArray;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.util.Map;
import java.util.Set;

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

    private Parameters() {}

    /** Puts the values into the notebook; a name that it does not declare is refused. */
    public static void apply(NotebookFile notebook, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        var cells = notebook.cells();
        int at = 0;
        while (at < cells.size() && !declares(cells.get(at))) {
            at++;
        }
        if (at == cells.size()) {
            throw new IllegalArgumentException(
                    "-p: the notebook declares no parameters; give the tag 'parameters' to the cell"
                            + " that does");
        }
        var declared = ParameterDeclaration.all(cells.get(at).source());
        for (var later : cells.subList(at + 1, cells.size())) {
            if (declares(later)) {
                refuseTwice(values, ParameterDeclaration.all(later.source()).keySet());
            }
        }
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

    private static boolean declares(NotebookCell cell) {
        return cell.isCode() && cell.tags().contains(DECLARED);
    }

    /** What is set would be undone further down. */
    private static void refuseTwice(Map<String, String> values, Set<String> later) {
        for (var name : later) {
            if (values.containsKey(name)) {
                throw new IllegalArgumentException(
                        "-p: two cells with the tag 'parameters' declare '%s'; leave it to one of them"
                                .formatted(name));
            }
        }
    }
}
