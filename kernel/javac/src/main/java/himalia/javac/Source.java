package himalia.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** One source in the compiler's hands: parsed, then attributed, then compiled, as far as one asks. */
public final class Source implements Parsed {
    private final JavacTask task;
    private final Files files;
    private final Problems problems;
    private final CompilationUnitTree unit;
    private final AtomicBoolean analyzed;
    private final boolean fresh;
    private boolean halfWritten;

    /**
     * Begins with parsing it.
     *
     * @param analyzed is set when more than the parser has looked at it
     * @param fresh whether the compiler knows nothing of other sources
     */
    Source(JavacTask task, Files files, Problems problems, AtomicBoolean analyzed, boolean fresh) {
        this.fresh = fresh;
        this.analyzed = analyzed;
        this.task = task;
        this.files = files;
        this.problems = problems;
        this.unit = Broken.orTold(() -> task.parse().iterator().next());
    }

    @Override
    public CompilationUnitTree unit() {
        return unit;
    }

    @Override
    public int start(Tree tree) {
        return (int) positions().getStartPosition(unit, tree);
    }

    @Override
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

    @Override
    public boolean hasErrorIn(long from, long to) {
        return problems.anyIn(from, to);
    }

    /** Finds out what every name means and which type everything has; returns whether there was no error. */
    public boolean analyze() {
        analyzed.set(true);
        try {
            Broken.orTold(task::analyze);
        } catch (Broken e) {
            // JDK 25 breaks behind some errors, as of if (…) return 1; in a lambda that gives
            // nothing: what it said before is right all the same.
            if (!fresh || problems.isEmpty()) {
                throw e;
            }
        }
        return problems.isEmpty();
    }

    /**
     * Makes static fields of local variables that {@code method} of {@code type} declares, in this order before all other
     * members; after {@link #analyze} found no error, and where {@link Javac#hoists}.
     */
    public void hoist(ClassTree type, MethodTree method, Set<String> names) {
        Broken.orTold(
                () -> {
                    new Hoisting(task, type).of(method, names);
                    return true;
                });
    }

    /**
     * Has what {@code returned} gives be of its static type, as whoever uses it would find out; after {@link #analyze} found
     * no error, and where the JVM opens the compiler to us.
     */
    public void check(ClassTree type, ReturnTree returned) {
        Broken.orTold(
                () -> {
                    try {
                        CheckedValue.cast(task, type, returned);
                        return true;
                    } catch (IllegalAccessError closed) {
                        return false;
                    }
                });
    }

    /** Returns the static type of a tree, after {@link #analyze}, where it can be written down. */
    public Optional<String> typeOf(Tree tree) {
        var type = type(tree);
        return type == null ? Optional.empty() : TypeText.of(type);
    }

    /** Returns the same, and of a class without a name what it extends or implements. */
    public Optional<String> typeAbove(Tree tree) {
        var type = type(tree);
        return type == null ? Optional.empty() : TypeText.upwardsOf(type);
    }

    /** Returns the type of a variable that is declared with {@code var} and a value, as far as it can be written down. */
    public Optional<String> typeOfValue(Tree value) {
        var type = type(value);
        return type == null ? Optional.empty() : TypeText.upwardsOf(OwnType.of(task, type));
    }

    /** Returns whether {@link #typeOf} says all of a type, so that a value of it is one of what is written. */
    public boolean isWholeType(Tree tree) {
        var type = type(tree);
        return type == null || TypeText.isWhole(type);
    }

    /** The tree has its type itself; to look for the way to it is to go through the source from its beginning. */
    private @Nullable TypeMirror type(Tree tree) {
        return Trees.instance(task).getTypeMirror(new TreePath(new TreePath(unit), tree));
    }

    /** Returns where the body of the innermost method is that has a place; nothing for constructors, and outside of methods. */
    public Optional<Stretch> bodyAround(long place) {
        return bodyAround(place, "");
    }

    /** Returns the same where it is the body of another method than {@code except}. */
    public Optional<Stretch> bodyAround(long place, String except) {
        return new MethodBodies(positions(), unit, place, except).innermost();
    }

    /** Returns the anonymous classes inside a tree, the outer ones only, after {@link #analyze}. */
    public List<AnonymousClass> anonymousIn(Tree tree) {
        return new AnonymousClasses(Trees.instance(task), positions(), unit).in(tree);
    }

    /**
     * Returns what trees mention of the members of top-level classes in a package; after {@link #analyze}.
     *
     * @param trees none of them inside another
     */
    public Map<Tree, List<Mention>> mentions(Collection<? extends Tree> trees, String inPackage) {
        return new Mentions(Trees.instance(task), positions(), unit, inPackage).of(trees);
    }

    /** Returns what runs and surprises where {@code written} says that the user wrote it; after {@link #analyze}. */
    public Set<Surprise> surprises(IntPredicate written) {
        return new Surprises(Trees.instance(task), unit, written).all();
    }

    /** Writes the class files: binary name to bytes; after {@link #analyze} found no error. */
    public Map<String, byte[]> generate() {
        Broken.orTold(task::generate);
        halfWritten = !problems.isEmpty();
        return files.compiled();
    }

    /** Returns whether class files were begun and are not all there: something in them was too large. */
    boolean isHalfWritten() {
        return halfWritten;
    }
}
