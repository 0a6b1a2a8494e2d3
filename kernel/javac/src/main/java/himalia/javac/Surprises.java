package himalia.javac;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Finds what runs and surprises, in what the user wrote. */
final class Surprises extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final String TEXT = "java.lang.String";

    private static final Set<String> PRINTS = Set.of("print", "println");

    private static final Set<String> STREAMS = Set.of("System.out", "System.err");

    private static final Set<String> NUMBERS =
            Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Double");

    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final IntPredicate written;
    private final ThreadCalls threads;
    private final Set<Surprise> found = EnumSet.noneOf(Surprise.class);

    /** {@code written} says whether the user wrote what stands at a place, and in this cell. */
    Surprises(Trees trees, CompilationUnitTree unit, IntPredicate written) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.unit = unit;
        this.written = written;
        this.threads = new ThreadCalls(trees);
    }

    Set<Surprise> all() {
        scan(unit, null);
        return found;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
        if (tree.getThenStatement().getKind() == Tree.Kind.EMPTY_STATEMENT
                && tree.getElseStatement() == null) {
            note(Surprise.EMPTY_IF, tree);
        }
        return super.visitIf(tree, nothing);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        if (tree.getVariable() instanceof IdentifierTree to
                && tree.getExpression() instanceof IdentifierTree from
                && to.getName().equals(from.getName())) {
            note(Surprise.GIVEN_ITSELF, tree);
        }
        return super.visitAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
        for (var statement : tree.getStatements()) {
            if (isEmptyLoop(inside(statement))) {
                lookBehindLoops(tree);
                break;
            }
        }
        return super.visitBlock(tree, nothing);
    }

    private void lookBehindLoops(BlockTree tree) {
        var statements =
                tree.getStatements().stream().map(this::own).flatMap(Optional::stream).toList();
        for (int i = 1; i < statements.size(); i++) {
            var loop = statements.get(i - 1);
            if (!isEmptyLoop(loop)) {
                continue;
            }
            if (statements.get(i).getKind() == Tree.Kind.BLOCK) {
                note(Surprise.EMPTY_LOOP, loop);
            } else if (IdleLoop.is(loop)) {
                note(Surprise.IDLE_LOOP, loop);
            }
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        boolean prints =
                tree.getMethodSelect() instanceof MemberSelectTree called
                        && PRINTS.contains(called.getIdentifier().toString())
                        && STREAMS.contains(called.getExpression().toString());
        if (prints && tree.getArguments().size() == 1 && isArray(tree.getArguments().get(0))) {
            note(Surprise.ARRAY_AS_TEXT, tree);
        }
        if (threads.runsAtOnce(getCurrentPath(), tree)) {
            note(Surprise.RUN_AT_ONCE, tree);
        }
        if (threads.isChangedByMany(getCurrentPath(), tree)) {
            note(Surprise.CHANGED_BY_MANY, tree);
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    /** One of characters is printed as they are. */
    private boolean isArray(Tree tree) {
        return trees.getTypeMirror(new TreePath(getCurrentPath(), tree)) instanceof ArrayType array
                && array.getComponentType().getKind() != TypeKind.CHAR;
    }

    /** A statement that the user wrote; each of a cell stands alone in a block that nobody did. */
    private Optional<StatementTree> own(StatementTree tree) {
        if (isWritten(tree)) {
            return Optional.of(tree);
        }
        return Optional.of(inside(tree)).filter(this::isWritten);
    }

    /** What stands first in the block of a condition; all else as it is. */
    private static StatementTree inside(StatementTree tree) {
        return tree instanceof IfTree around
                        && around.getThenStatement() instanceof BlockTree block
                        && !block.getStatements().isEmpty()
                ? block.getStatements().get(0)
                : tree;
    }

    private static boolean isEmptyLoop(StatementTree tree) {
        var body =
                tree instanceof ForLoopTree loop
                        ? loop.getStatement()
                        : tree instanceof WhileLoopTree loop
                                ? loop.getStatement()
                                : tree instanceof EnhancedForLoopTree loop
                                        ? loop.getStatement()
                                        : null;
        return body != null && body.getKind() == Tree.Kind.EMPTY_STATEMENT;
    }

    private boolean isWritten(Tree tree) {
        return written.test((int) positions.getStartPosition(unit, tree));
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        var left = tree.getLeftOperand();
        var right = tree.getRightOperand();
        if (new Constant(trees, getCurrentPath()).isOverflow(tree)) {
            note(Surprise.OVERFLOW, tree);
        }
        switch (tree.getKind()) {
            case EQUAL_TO, NOT_EQUAL_TO -> {
                if (isText(left) && isText(right)) {
                    note(Surprise.TEXTS_COMPARED, tree);
                } else if (isBoxed(left) && isBoxed(right)) {
                    note(Surprise.NUMBERS_COMPARED, tree);
                }
            }
            case PLUS -> {
                if (isText(left) && isArray(right) || isArray(left) && isText(right)) {
                    note(Surprise.ARRAY_AS_TEXT, tree);
                }
            }
            case XOR -> {
                // With 1 and with hexadecimal numbers bits are meant, not powers.
                if (number(right) > 1 && isDecimal(right) && isWhole(left)) {
                    note(Surprise.EXCLUSIVE_OR, tree);
                }
            }
            case DIVIDE -> {
                boolean exact =
                        number(right) > 0 && number(left) >= 0 && number(left) % number(right) == 0;
                if (!exact && isWhole(left) && isWhole(right) && isMadeFloating()) {
                    note(Surprise.WHOLE_DIVISION, tree);
                }
            }
            default -> {}
        }
        return super.visitBinary(tree, nothing);
    }

    /** Whether what is visited becomes a floating number as it is. */
    private boolean isMadeFloating() {
        var path = getCurrentPath();
        var inner = path.getLeaf();
        for (path = path.getParentPath();
                path.getLeaf() instanceof ParenthesizedTree;
                path = path.getParentPath()) {
            inner = path.getLeaf();
        }
        var parent = path.getLeaf();
        if (parent instanceof VariableTree variable) {
            return variable.getInitializer() == inner && isFloating(path);
        }
        if (parent instanceof AssignmentTree assignment) {
            return assignment.getExpression() == inner && isFloating(path);
        }
        if (parent instanceof BinaryTree product) {
            return product.getKind() == Tree.Kind.MULTIPLY && isFloating(path);
        }
        return parent instanceof TypeCastTree && isFloating(path);
    }

    private boolean isFloating(TreePath path) {
        var type = trees.getTypeMirror(path);
        return type != null
                && (type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT);
    }

    private boolean isWhole(Tree tree) {
        var type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
        return type != null
                && switch (type.getKind()) {
                    case INT, LONG, SHORT, BYTE -> true;
                    default -> false;
                };
    }

    private boolean isBoxed(Tree tree) {
        var type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
        return type != null
                && type.getKind() == TypeKind.DECLARED
                && NUMBERS.contains(type.toString());
    }

    private boolean isText(Tree tree) {
        var type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
        return type != null && type.getKind() == TypeKind.DECLARED && type.toString().equals(TEXT);
    }

    /** The value of a literal, -1 of all else. */
    private static long number(Tree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof Number value
                ? value.longValue()
                : -1;
    }

    /** Whether it is written with as many digits as it has: {@code 0xA} and {@code 0b10} have more. */
    private boolean isDecimal(Tree tree) {
        long length = positions.getEndPosition(unit, tree) - positions.getStartPosition(unit, tree);
        return length == String.valueOf(number(tree)).length();
    }

    private void note(Surprise surprise, Tree tree) {
        if (isWritten(tree)) {
            found.add(surprise);
        }
    }
}
