package himalia.kernel.cells;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;

/** Conditionals and switches: expressions that are one of several, and of the type that is wanted where they stand. */
final class Choices {
    private Choices() {}

    /** Returns whether an expression is one, in parentheses too. */
    static boolean is(ExpressionTree value) {
        return value instanceof ParenthesizedTree inner
                ? is(inner.getExpression())
                : value instanceof ConditionalExpressionTree
                        || value instanceof SwitchExpressionTree;
    }

    /** Returns whether it is a switch, or one of what it chooses from is. */
    static boolean endsInSwitch(ExpressionTree value) {
        if (value instanceof ParenthesizedTree inner) {
            return endsInSwitch(inner.getExpression());
        }
        if (value instanceof ConditionalExpressionTree either) {
            return endsInSwitch(either.getTrueExpression())
                    || endsInSwitch(either.getFalseExpression());
        }
        return value instanceof SwitchExpressionTree;
    }
}
