package himalia.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/** A source as the parser sees it. */
public interface Parsed {
    /** Returns the tree. */
    CompilationUnitTree unit();

    /** Returns where a tree begins, -1 where it has no place. */
    int start(Tree tree);

    /** Returns where a tree ends, -1 where it has no place. */
    int end(Tree tree);

    /** Returns whether an error begins at {@code from} or behind it, and before {@code to}. */
    boolean hasErrorIn(long from, long to);
}
