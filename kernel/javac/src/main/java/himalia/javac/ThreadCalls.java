package himalia.javac;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeKind;

/** Calls that seem to be about several threads, or are about more than they seem to be. */
final class ThreadCalls {
    /** Those that lose what several threads put in: of an interface nobody knows. */
    private static final Pattern UNSAFE =
            Pattern.compile(
                    "java\\.util\\.(?:ArrayList|LinkedList|ArrayDeque|(?:Linked)?Hash(?:Set|Map)|Tree(?:Set|Map))\\b.*");

    private static final Pattern CHANGES = Pattern.compile("add|put|merge");

    private final Trees trees;

    ThreadCalls(Trees trees) {
        this.trees = trees;
    }

    /** Whether a thread's run is called where start is meant; in a subclass super.run() is meant. */
    boolean runsAtOnce(TreePath path, MethodInvocationTree tree) {
        return tree.getMethodSelect() instanceof MemberSelectTree called
                && called.getIdentifier().contentEquals("run")
                && !called.getExpression().toString().equals("super")
                && type(path, called.getExpression()).equals("java.lang.Thread");
    }

    /** Whether the elements of a parallel stream are put into a collection that is for one thread. */
    boolean isChangedByMany(TreePath path, MethodInvocationTree tree) {
        if (!(tree.getMethodSelect() instanceof MemberSelectTree called)
                || !called.getIdentifier().contentEquals("forEach")
                || tree.getArguments().size() != 1
                || !isParallel(path, called)) {
            return false;
        }
        var given = tree.getArguments().get(0);
        if (given instanceof MemberReferenceTree reference) {
            return CHANGES.matcher(reference.getName()).matches()
                    && isShared(reference.getQualifierExpression(), List.of())
                    && isUnsafe(path, reference.getQualifierExpression());
        }
        return given instanceof LambdaExpressionTree lambda
                && lambda.getBody() instanceof MethodInvocationTree inner
                && inner.getMethodSelect() instanceof MemberSelectTree change
                && CHANGES.matcher(change.getIdentifier()).matches()
                && isShared(change.getExpression(), lambda.getParameters())
                && isUnsafe(path, change.getExpression());
    }

    /** Whether it is one collection for all: what a call gives, or an element has, may be another one each time. */
    private static boolean isShared(Tree collection, List<? extends VariableTree> elements) {
        var root = collection;
        while (root instanceof MemberSelectTree field) {
            root = field.getExpression();
        }
        return root instanceof IdentifierTree name
                && elements.stream().noneMatch(each -> each.getName().equals(name.getName()));
    }

    /** What a stream has come to, such as a list, goes through its own elements one by one. */
    private boolean isParallel(TreePath path, MemberSelectTree called) {
        Tree before = called.getExpression();
        while (type(path, before).startsWith("java.util.stream.")
                && before instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            var name = select.getIdentifier().toString();
            if (name.matches("parallel|parallelStream|sequential")) {
                // The last one holds for the whole stream.
                return !name.equals("sequential");
            }
            before = select.getExpression();
        }
        return false;
    }

    private boolean isUnsafe(TreePath path, Tree tree) {
        return UNSAFE.matcher(type(path, tree)).matches();
    }

    private String type(TreePath path, Tree tree) {
        var type = trees.getTypeMirror(TreePath.getPath(path.getCompilationUnit(), tree));
        return type == null || type.getKind() != TypeKind.DECLARED ? "" : type.toString();
    }
}
