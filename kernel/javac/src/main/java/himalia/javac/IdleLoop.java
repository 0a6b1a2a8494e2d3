package himalia.javac;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** A loop without a body that does nothing: it counts a variable of its own up or down to a bound. */
final class IdleLoop {
    private IdleLoop() {}

    static boolean is(StatementTree tree) {
        if (!(tree instanceof ForLoopTree loop)
                || loop.getInitializer().size() != 1
                || !(loop.getInitializer().get(0) instanceof VariableTree counter)) {
            return false;
        }
        return isCompared(loop.getCondition())
                && !loop.getUpdate().isEmpty()
                && isCounted(loop.getUpdate(), counter.getName());
    }

    private static boolean isCompared(@Nullable ExpressionTree condition) {
        return condition instanceof BinaryTree comparison
                && isPlain(comparison.getLeftOperand())
                && isPlain(comparison.getRightOperand());
    }

    /** What is called may do something, and what an array holds may be looked for. */
    private static boolean isPlain(ExpressionTree tree) {
        return tree instanceof IdentifierTree || tree instanceof LiteralTree;
    }

    private static boolean isCounted(
            List<? extends ExpressionStatementTree> updates, Name counter) {
        return updates.stream()
                .allMatch(
                        each ->
                                each.getExpression() instanceof UnaryTree count
                                        && count.getExpression() instanceof IdentifierTree name
                                        && name.getName().equals(counter));
    }
}
