package himalia.javac;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.OptionalLong;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What an expression of whole numbers amounts to that stand in the code itself: whether that is more than an int holds. */
final class Constant {
    private final Trees trees;
    private final TreePath path;

    Constant(Trees trees, TreePath path) {
        this.trees = trees;
        this.path = path;
    }

    /** Whether both sides are ints and the whole is none; a side that overflows is told of by itself. */
    boolean isOverflow(BinaryTree tree) {
        var whole = whole(tree);
        return whole.isPresent() && whole.getAsLong() != (int) whole.getAsLong();
    }

    /** What two ints amount to, which may be none any more; of all else, nothing. */
    private OptionalLong whole(BinaryTree tree) {
        var left = value(tree.getLeftOperand());
        var right = value(tree.getRightOperand());
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalLong.empty();
        }
        return switch (tree.getKind()) {
            case PLUS -> OptionalLong.of(left.getAsLong() + right.getAsLong());
            case MINUS -> OptionalLong.of(left.getAsLong() - right.getAsLong());
            case MULTIPLY -> OptionalLong.of(left.getAsLong() * right.getAsLong());
            default -> OptionalLong.empty();
        };
    }

    /** An int; of all else, nothing. */
    private OptionalLong value(ExpressionTree tree) {
        Tree inner = tree;
        while (inner instanceof ParenthesizedTree around) {
            inner = around.getExpression();
        }
        if (inner instanceof LiteralTree literal) {
            return ofInt(literal.getValue());
        }
        if (inner instanceof BinaryTree sum) {
            var whole = whole(sum);
            return whole.isPresent() && whole.getAsLong() == (int) whole.getAsLong()
                    ? whole
                    : OptionalLong.empty();
        }
        var element = trees.getElement(new TreePath(path, inner));
        return element instanceof VariableElement variable
                ? ofInt(variable.getConstantValue())
                : OptionalLong.empty();
    }

    private static OptionalLong ofInt(@Nullable Object value) {
        return value instanceof Integer number ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
