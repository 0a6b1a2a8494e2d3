package himalia.kernel.expression;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import himalia.javac.Source;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what is meant before the names of an expression that stands outside the class whose members it names. */
final class ExpressionNames extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final FrameExpression asked;
    private final Source source;
    private final int begin;
    private final Set<String> own = new HashSet<>();
    private final Set<String> assigned = new LinkedHashSet<>();
    private final Map<Integer, Edit> edits = new TreeMap<>();

    private record Edit(int end, String text) {}

    /**
     * @param source holds the code
     * @param begin where in it the code begins
     */
    ExpressionNames(FrameExpression asked, Source source, int begin) {
        this.asked = asked;
        this.source = source;
        this.begin = begin;
    }

    /** Reads a tree of the code. */
    void read(Tree tree) {
        tree.accept(
                new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitVariable(VariableTree each, @Nullable Void nothing) {
                        own.add(each.getName().toString());
                        return super.visitVariable(each, null);
                    }
                },
                null);
        scan(tree, null);
    }

    /** Returns the code with all that was written into it. */
    String code() {
        var code = asked.code();
        var result = new StringBuilder();
        int done = 0;
        for (var edit : edits.entrySet()) {
            result.append(code, done, edit.getKey()).append(edit.getValue().text());
            done = edit.getValue().end();
        }
        return result.append(code, done, code.length()).toString();
    }

    /** Returns the given variables that are assigned. */
    Set<String> assigned() {
        return assigned;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        var name = tree.getName().toString();
        if (asked.selves().containsKey(name) && name.equals("this")) {
            replace(tree, asked.selves().get(name));
        } else if (isMember(name) && asked.fields().containsKey(name)) {
            replace(tree, asked.fields().get(name) + "." + name);
        }
        return null;
    }

    private boolean isMember(String name) {
        return !own.contains(name) && !asked.variables().containsKey(name);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        var self = asked.selves().get(tree.getExpression().toString());
        if (tree.getIdentifier().contentEquals("this") && self != null) {
            replace(tree, self);
            return null;
        }
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        if (tree.getMethodSelect() instanceof IdentifierTree method) {
            var name = method.getName().toString();
            var owner = asked.methods().get(name);
            if (owner != null) {
                replace(method, owner + "." + name);
            }
            scan(tree.getTypeArguments(), null);
            return scan(tree.getArguments(), null);
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        // Inside a class of its own, its own members come first.
        return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        note(tree.getVariable());
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
            CompoundAssignmentTree tree, @Nullable Void nothing) {
        note(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                    note(tree.getExpression());
            default -> {}
        }
        return super.visitUnary(tree, null);
    }

    private void note(ExpressionTree target) {
        var name = target.toString();
        if (target instanceof IdentifierTree
                && asked.variables().containsKey(name)
                && !own.contains(name)) {
            assigned.add(name);
        }
    }

    private void replace(Tree tree, String text) {
        int start = source.start(tree) - begin;
        edits.put(start, new Edit(source.end(tree) - begin, text));
    }
}
