package himalia.kernel.cells;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import himalia.javac.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Whether variables may be local ones until the class of their cell is attributed. */
final class Hoistable {
    private Hoistable() {}

    /** Returns whether nothing but what is run names them, and none takes the place of one that there is. */
    static boolean all(List<Part.Variable> variables, CellPlan plan, DeclarationRegistry names) {
        var named = new HashSet<String>();
        plan.anew().forEach(entry -> named.addAll(entry.words()));
        for (var part : plan.parts()) {
            if (part instanceof Part.Method method) {
                named.addAll(Entry.wordsOf(method.source()));
            } else if (part instanceof Part.Type type) {
                named.addAll(Entry.wordsOf(type.source()));
            }
        }
        return variables.stream()
                .allMatch(
                        variable ->
                                variable.from() >= 0
                                        && variable.trait() == Entry.Trait.NONE
                                        && names.find(variable.key()).isEmpty()
                                        && !named.contains(variable.name()));
    }

    /** Returns whether one is the resource of a {@code try}, which a local variable that never changes may be and a field not. */
    static boolean anyResource(Source source, Set<String> names) {
        var found = new AtomicBoolean();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
                for (var resource : tree.getResources()) {
                    if (resource instanceof IdentifierTree name
                            && names.contains(name.getName().toString())) {
                        found.set(true);
                    }
                }
                return super.visitTry(tree, nothing);
            }
        }.scan(ClassOfCell.run(source), null);
        return found.get();
    }

    /** Returns the types of variables, of those that a declaration can say whole. */
    static Map<String, String> wholeTypes(Source source, Set<String> names) {
        var types = new HashMap<String, String>();
        for (var statement : ClassOfCell.run(source).getBody().getStatements()) {
            if (statement instanceof VariableTree variable
                    && names.contains(variable.getName().toString())
                    && source.isWholeType(variable)) {
                source.typeOf(variable)
                        .ifPresent(type -> types.put(variable.getName().toString(), type));
            }
        }
        return types;
    }
}
