package himalia.kernel.cells;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import himalia.javac.Javac;
import himalia.javac.Problem;
import himalia.javac.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has the parser say what each piece of a cell is; one run for all of them. */
final class Sketch {
    private static final String NAME = "Sketch";
    private static final String RETURN_OUTSIDE = "himalia.err.return.outside";

    private final List<Piece> pieces;
    private final StringBuilder text = new StringBuilder("class " + NAME + " {\n");
    private final List<Slot> slots = new ArrayList<>();
    private final List<Problem> wrong = new ArrayList<>();

    /** Where a piece went: the tree that begins at {@code from} or later and before {@code to} is its own. */
    private record Slot(Piece piece, int from, int to, int shift, boolean asValue) {}

    private Sketch(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /**
     * What the parser saw.
     *
     * @param parts none where the cell does not parse or has what is better left to JShell
     * @param wrong what no cell may have though it parses
     */
    record Seen(Optional<List<Part>> parts, List<Problem> wrong) {}

    static Seen of(Javac javac, List<Piece> pieces) {
        var sketch = new Sketch(pieces);
        sketch.write();
        var parts = javac.with(NAME, sketch.text.toString(), Map.of(), sketch::read);
        return new Seen(parts, List.copyOf(sketch.wrong));
    }

    private void write() {
        for (var piece : pieces) {
            switch (piece.shape()) {
                case IMPORT -> {}
                case TYPE, METHOD -> write(piece, "", "\n", false);
                case CODE -> {
                    write(piece, "void s() throws Throwable {\n", "\n;}\n", false);
                    if (!piece.closed() || maybeValue(piece)) {
                        write(piece, "Object v() throws Throwable { return\n", "\n;}\n", true);
                    }
                }
            }
        }
        text.append('}');
    }

    /** A switch at the end may be an expression; which it is, the parser knows. */
    private boolean maybeValue(Piece piece) {
        return piece == pieces.get(pieces.size() - 1)
                && piece.source().startsWith("switch")
                && piece.source().endsWith("}");
    }

    private void write(Piece piece, String before, String after, boolean asValue) {
        int from = text.length();
        text.append(before);
        int shift = piece.start() - text.length();
        text.append(piece.source()).append(after);
        slots.add(new Slot(piece, from, text.length(), shift, asValue));
    }

    private Optional<List<Part>> read(Source source) {
        var parts = new ArrayList<Part>();
        var type = (ClassTree) source.unit().getTypeDecls().get(0);
        if (source.unit().getTypeDecls().size() != 1) {
            return Optional.empty();
        }
        for (var piece : pieces) {
            if (piece.shape() == Piece.Shape.IMPORT) {
                parts.add(imported(piece));
                continue;
            }
            var slot = slot(source, piece);
            if (slot == null) {
                return Optional.empty();
            }
            var tree = member(source, type, slot);
            if (tree == null || !add(parts, source, slot, tree)) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    private static Part imported(Piece piece) {
        var words = piece.source().strip().replaceAll("\\s+", " ");
        var name = words.substring("import ".length());
        return new Part.Import(
                piece.start(),
                (name.endsWith(";") ? name.substring(0, name.length() - 1) : name).strip());
    }

    /** Returns the place of a piece that parses, as a value where it does as one; a switch only where it is no statement. */
    private @Nullable Slot slot(Source source, Piece piece) {
        Slot found = null;
        for (var slot : slots) {
            boolean taken = found != null && piece.closed();
            if (slot.piece() == piece && !taken && clean(source, slot)) {
                found = slot;
            }
        }
        return found;
    }

    private static boolean clean(Source source, Slot slot) {
        return source.errors().stream()
                .noneMatch(error -> error.start() >= slot.from() && error.start() < slot.to());
    }

    private static @Nullable Tree member(Source source, ClassTree type, Slot slot) {
        for (var member : type.getMembers()) {
            int start = source.start(member);
            if (start >= slot.from() && start < slot.to()) {
                return member;
            }
        }
        return null;
    }

    private boolean add(List<Part> parts, Source source, Slot slot, Tree tree) {
        var piece = slot.piece();
        return switch (piece.shape()) {
            case TYPE -> {
                if (!(tree instanceof ClassTree type)) {
                    yield false;
                }
                var own = Modifiers.withoutAccess(piece.source());
                parts.add(new Part.Type(piece.start(), type.getSimpleName().toString(), own));
                yield true;
            }
            case METHOD ->
                    tree instanceof MethodTree method && addMethod(parts, source, slot, method);
            default -> {
                var body = ((MethodTree) tree).getBody();
                yield body != null
                        && (slot.asValue()
                                ? addValue(parts, source, slot, body)
                                : stays(source, slot, body)
                                        && addStatements(parts, source, slot, body));
            }
        };
    }

    private static boolean addMethod(
            List<Part> parts, Source source, Slot slot, MethodTree method) {
        if (method.getBody() == null || method.getReturnType() == null) {
            return false;
        }
        var parameters =
                method.getParameters().stream()
                        .map(parameter -> String.valueOf(parameter.getType()))
                        .collect(Collectors.joining(","));
        var piece = slot.piece();
        int body = source.start(method.getBody()) + slot.shift() - piece.start();
        parts.add(
                new Part.Method(
                        piece.start(),
                        method.getName().toString(),
                        parameters,
                        Modifiers.withoutAccess(piece.source()),
                        body));
        return true;
    }

    private static boolean addValue(List<Part> parts, Source source, Slot slot, BlockTree body) {
        if (body.getStatements().size() > 2
                || !(body.getStatements().get(0) instanceof ReturnTree returned)
                || returned.getExpression() == null) {
            return false;
        }
        var value = returned.getExpression();
        int start = source.start(value) + slot.shift();
        int end = source.end(value) + slot.shift();
        if (start < 0 || end < start || end > slot.piece().end()) {
            return false;
        }
        parts.add(new Part.Value(start, end, called(value), value instanceof AssignmentTree));
        return true;
    }

    private static String called(ExpressionTree value) {
        if (!(value instanceof MethodInvocationTree call)) {
            return "";
        }
        var method = call.getMethodSelect();
        if (method instanceof IdentifierTree name) {
            return name.getName().toString();
        }
        return method instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : "call";
    }

    private static boolean addStatements(
            List<Part> parts, Source source, Slot slot, BlockTree body) {
        var statements = new ArrayList<StatementTree>(body.getStatements());
        statements.removeIf(EmptyStatementTree.class::isInstance);
        if (statements.isEmpty()) {
            return true;
        }
        if (statements.get(0) instanceof VariableTree) {
            for (var statement : statements) {
                if (!(statement instanceof VariableTree variable)) {
                    return false;
                }
                parts.add(variable(source, slot, variable));
            }
            return true;
        }
        if (statements.size() > 1 || statements.get(0) instanceof ClassTree) {
            return false;
        }
        parts.add(new Part.Statement(slot.piece().start(), slot.piece().end()));
        return true;
    }

    private static Part variable(Source source, Slot slot, VariableTree variable) {
        var initializer = variable.getInitializer();
        boolean inferred = Modifiers.firstWord(slot.piece().source()).equals("var");
        return new Part.Variable(
                slot.piece().start(),
                variable.getName().toString(),
                inferred ? Optional.empty() : Optional.of(String.valueOf(variable.getType())),
                initializer == null ? -1 : source.start(initializer) + slot.shift(),
                initializer == null ? -1 : source.end(initializer) + slot.shift(),
                initializer instanceof NewArrayTree array && array.getType() == null);
    }

    /** Returns whether no statement would leave the cell; notes the places of those that would. */
    private boolean stays(Source source, Slot slot, BlockTree body) {
        int before = wrong.size();
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
        return wrong.size() == before;
    }
}
