package himalia.kernel.cells;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import himalia.javac.Parsed;
import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a piece that parsed as statements is: variables, or one statement.
 *
 * @param source what was parsed
 * @param slot where the piece is in it
 */
record StatementReader(Parsed source, PieceSlot slot) {
    private static final String RETURN_OUTSIDE = "himalia.err.return.outside";

    /** Adds the parts that a block is; returns whether they can be parts. */
    boolean add(List<Part> parts, BlockTree body) {
        var statements = new ArrayList<StatementTree>(body.getStatements());
        statements.removeIf(EmptyStatementTree.class::isInstance);
        if (statements.isEmpty()) {
            return true;
        }
        if (statements.get(0) instanceof VariableTree first && !first.getName().isEmpty()) {
            int place = slot.piece().start();
            for (var statement : statements) {
                if (!(statement instanceof VariableTree variable)) {
                    return false;
                }
                var part = variable(variable, place);
                parts.add(part);
                place = next(slot.piece(), part.to() < 0 ? place : part.to());
            }
            return true;
        }
        if (statements.size() > 1 || statements.get(0) instanceof ClassTree) {
            return false;
        }
        if (lacksBody(statements.get(0))) {
            return false;
        }
        int end = slot.piece().end();
        boolean open = source.end(statements.get(0)) + slot.shift() > end;
        parts.add(new Part.Statement(slot.piece().start(), end, open));
        return true;
    }

    /**
     * Returns whether a method that holds a piece declares a variable there. As a value {@code List<Integer> ages = given} parses,
     * too: as two comparisons that something is assigned to.
     */
    static boolean declares(@Nullable Tree method) {
        return method instanceof MethodTree holder
                && holder.getBody() != null
                && !holder.getBody().getStatements().isEmpty()
                && holder.getBody().getStatements().get(0) instanceof VariableTree;
    }

    /** Whether a loop or a condition ends the piece: the semicolon that its body would be was written behind it by us. */
    private boolean lacksBody(StatementTree statement) {
        if (statement instanceof EmptyStatementTree) {
            return source.start(statement) + slot.shift() >= slot.piece().end();
        }
        var last = last(statement);
        return last != null && lacksBody(last);
    }

    /** Returns the statement that another one ends with. */
    private static @Nullable StatementTree last(StatementTree statement) {
        if (statement instanceof IfTree condition) {
            var otherwise = condition.getElseStatement();
            return otherwise == null ? condition.getThenStatement() : otherwise;
        }
        if (statement instanceof ForLoopTree loop) {
            return loop.getStatement();
        }
        if (statement instanceof EnhancedForLoopTree loop) {
            return loop.getStatement();
        }
        if (statement instanceof WhileLoopTree loop) {
            return loop.getStatement();
        }
        return statement instanceof LabeledStatementTree labeled ? labeled.getStatement() : null;
    }

    /** Returns where the next variable of a declaration begins: behind the comma. */
    private static int next(Piece piece, int from) {
        int depth = 0;
        for (var token : Token.of(piece.source())) {
            if (piece.start() + token.start() < from) {
                continue;
            }
            depth += token.is("<") || token.is("(") ? 1 : token.is(">") || token.is(")") ? -1 : 0;
            if (depth <= 0 && token.is(",")) {
                return piece.start() + token.end();
            }
        }
        return from;
    }

    private Part.Variable variable(VariableTree variable, int place) {
        var initializer = variable.getInitializer();
        boolean inferred = Modifiers.firstWord(slot.piece().source()).equals("var");
        return new Part.Variable(
                place,
                variable.getName().toString(),
                inferred ? Optional.empty() : Optional.of(String.valueOf(variable.getType())),
                initializer == null ? -1 : source.start(initializer) + slot.shift(),
                initializer == null ? -1 : source.end(initializer) + slot.shift(),
                initializer instanceof NewArrayTree array && array.getType() == null,
                initializer != null && variable.getModifiers().getFlags().contains(Modifier.FINAL),
                Modifiers.has(slot.piece().source(), "volatile"));
    }

    /** Returns what is wrong with statements that would leave the cell. */
    List<Problem> leaving(Tree body) {
        var wrong = new ArrayList<Problem>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
                wrong.add(
                        new Problem(
                                RETURN_OUTSIDE,
                                "return outside of a method",
                                source.start(tree) + slot.shift(),
                                source.end(tree) + slot.shift()));
                return null;
            }

            @Override
            public @Nullable Void visitLambdaExpression(
                    LambdaExpressionTree tree, @Nullable Void nothing) {
                return null;
            }

            @Override
            public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
                return null;
            }
        }.scan(body, null);
        return wrong;
    }
}
