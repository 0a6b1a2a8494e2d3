package himalia.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** One source in the compiler's hands: parsed, then attributed, then compiled, as far as one asks. */
public final class Source {
    private final JavacTask task;
    private final Files files;
    private final Problems problems;
    private final CompilationUnitTree unit;

    Source(JavacTask task, Files files, Problems problems) {
        this.task = task;
        this.files = files;
        this.problems = problems;
        try {
            this.unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    /** Returns the tree. */
    public CompilationUnitTree unit() {
        return unit;
    }

    /** Returns where a tree begins, -1 where it has no place. */
    public int start(Tree tree) {
        return (int) positions().getStartPosition(unit, tree);
    }

    /** Returns where a tree ends, -1 where it has no place. */
    public int end(Tree tree) {
        return (int) positions().getEndPosition(unit, tree);
    }

    private SourcePositions positions() {
        return Trees.instance(task).getSourcePositions();
    }

    /** Returns the errors so far. */
    public List<Problem> errors() {
        return problems.errors();
    }

    /** Finds out what every name means and which type everything has; returns whether there was no error. */
    public boolean analyze() {
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
        return errors().isEmpty();
    }

    /** Returns the static type of a tree, after {@link #analyze}, where it can be written down. */
    public Optional<String> typeOf(Tree tree) {
        TypeMirror type = Trees.instance(task).getTypeMirror(TreePath.getPath(unit, tree));
        return type == null ? Optional.empty() : TypeText.of(type);
    }

    /** Writes the class files: binary name to bytes; after {@link #analyze} found no error. */
    public Map<String, byte[]> generate() {
        try {
            task.generate();
        } catch (IOException e) {
            throw new UncheckedIOException("a class in memory could not be written", e);
        }
        return files.compiled();
    }
}
