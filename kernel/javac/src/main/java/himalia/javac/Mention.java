package himalia.javac;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A place where a tree names a member of a top-level class, or something inside one.
 *
 * @param owner the full name of the class
 * @param name the member's simple name
 * @param declaration its tree where this source declares it
 * @param start where the mention begins
 * @param assigned whether it is given a value there
 */
public record Mention(
        String owner, String name, @Nullable Tree declaration, int start, boolean assigned) {}
