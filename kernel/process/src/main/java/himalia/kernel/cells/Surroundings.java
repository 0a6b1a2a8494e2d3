package himalia.kernel.cells;

import java.util.List;
import java.util.Set;

/** What a cell finds beside what earlier cells declared. */
public interface Surroundings {
    /** Returns whether JShell holds one of these names, or something that waits for one that is declared now. */
    boolean elsewhere(Set<String> mentioned, Set<String> declared);

    /** Returns what may be named without import and is, as the text after {@code import}; opens the jars it needs. */
    List<String> imports(List<SourceNames.Word> words, Set<String> declared);
}
