package himalia.kernel.cells;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import himalia.javac.Source;
import java.util.ArrayList;
import java.util.List;

/** The tree of a cell's class. */
final class ClassOfCell {
    private ClassOfCell() {}

    /** Returns the class. */
    static ClassTree type(Source source) {
        return (ClassTree) source.unit().getTypeDecls().get(0);
    }

    /** Returns the members as written: without the constructor that the compiler adds. */
    static List<Tree> members(Source source) {
        var members = new ArrayList<Tree>();
        for (var member : type(source).getMembers()) {
            if (!(member instanceof MethodTree method
                    && method.getName().contentEquals("<init>"))) {
                members.add(member);
            }
        }
        return members;
    }

    /** Returns the method that runs the cell. */
    static MethodTree run(Source source) {
        for (var member : members(source)) {
            if (member instanceof MethodTree method
                    && method.getName().contentEquals(CellWriter.RUN)) {
                return method;
            }
        }
        throw new IllegalStateException("the class of a cell has no " + CellWriter.RUN);
    }

    /** Has the value at the end be of its static type. */
    static void checkLast(Source source) {
        var statements = run(source).getBody().getStatements();
        if (statements.get(statements.size() - 1) instanceof ReturnTree returned) {
            source.check(type(source), returned);
        }
    }

    /** Returns the static type of the expression at the end, empty where none stands there. */
    static String typeOfLast(Source source) {
        var statements = run(source).getBody().getStatements();
        if (statements.isEmpty()) {
            return "";
        }
        var last = statements.get(statements.size() - 1);
        if (last instanceof ReturnTree returned) {
            return source.typeOfValue(returned.getExpression()).orElse("Object");
        }
        return last instanceof ExpressionStatementTree run
                ? source.typeOf(run.getExpression()).orElse("Object")
                : "void";
    }
}
