package himalia.kernel.cells;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import himalia.javac.Javac;
import himalia.javac.Parsed;
import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Has the parser say what each piece of a cell is; one run for all of them. */
final class CellParser {
    private static final String NAME = "Sketch";

    private final List<Piece> pieces;

    /** Pieces that may be expressions though they end in a semicolon. */
    private final Set<Piece> values;

    private final boolean silent;
    private final StringBuilder text = new StringBuilder("class " + NAME + " {\n");
    private final Map<Piece, List<PieceSlot>> slots = new IdentityHashMap<>();

    /** What the parser made of the class, by where it begins. */
    private final NavigableMap<Integer, Tree> members = new TreeMap<>();

    private final List<Problem> wrong = new ArrayList<>();

    /** Pieces that parse as nothing that was tried. */
    private final Set<Piece> unread = new LinkedHashSet<>();

    private CellParser(List<Piece> pieces, Set<Piece> values, boolean silent) {
        this.silent = silent;
        this.pieces = pieces;
        this.values = values;
    }

    /**
     * What the parser saw.
     *
     * @param parts none where the cell does not parse or has what is better left to JShell
     * @param wrong what no cell may have though it parses
     */
    record Seen(Optional<List<Part>> parts, List<Problem> wrong) {}

    /** {@code silent} says that a value at the end is not wanted. */
    static Seen of(Javac javac, List<Piece> pieces, boolean silent) {
        var first = new CellParser(pieces, Set.of(), silent);
        var seen = first.seen(javac);
        if (seen.parts().isPresent() || first.unread.isEmpty()) {
            return seen;
        }
        // An expression that is no statement may stand anywhere in a cell, as JShell has it.
        return new CellParser(pieces, first.unread, silent).seen(javac);
    }

    private Seen seen(Javac javac) {
        write();
        var parts = javac.parse(NAME, text.toString(), this::read);
        return new Seen(parts, List.copyOf(wrong));
    }

    private void write() {
        for (var piece : pieces) {
            switch (piece.shape()) {
                case IMPORT -> {}
                case TYPE, METHOD -> write(piece, "", "\n", false);
                case CODE -> {
                    write(piece, "void s() throws Throwable {\n", "\n;}\n", false);
                    if (!piece.closed() || piece.isSwitch() || values.contains(piece)) {
                        write(piece, "Object v() throws Throwable { return\n", "\n;}\n", true);
                    }
                }
            }
        }
        text.append('}');
    }

    private boolean isLast(Piece piece) {
        return !silent && piece == pieces.get(pieces.size() - 1);
    }

    private void write(Piece piece, String before, String after, boolean asValue) {
        int from = text.length();
        text.append(before);
        int shift = piece.start() - text.length();
        // A static variable is one of the cell like any other; nobody is kept from seeing it.
        boolean code = piece.shape() == Piece.Shape.CODE;
        text.append(code ? Modifiers.ofLocal(piece.source()) : piece.source()).append(after);
        slots.computeIfAbsent(piece, each -> new ArrayList<>())
                .add(new PieceSlot(piece, from, text.length(), shift, asValue));
    }

    private Optional<List<Part>> read(Parsed source) {
        var parts = new ArrayList<Part>();
        var type = (ClassTree) source.unit().getTypeDecls().get(0);
        if (source.unit().getTypeDecls().size() != 1) {
            return Optional.empty();
        }
        type.getMembers().forEach(member -> members.putIfAbsent(source.start(member), member));
        boolean read = true;
        for (var piece : pieces) {
            if (piece.shape() == Piece.Shape.IMPORT) {
                parts.add(Part.Import.of(piece));
                continue;
            }
            var slot = slot(source, piece);
            if (slot == null) {
                read = false;
                unread.add(piece);
                continue;
            }
            var tree = member(slot);
            if (tree == null || !add(parts, source, slot, tree)) {
                read = false;
            }
        }
        return read ? Optional.of(parts) : Optional.empty();
    }

    /** Returns the place of a piece that parses, as a value where it does as one and may be wanted. */
    private @Nullable PieceSlot slot(Parsed source, Piece piece) {
        var statement = slot(source, piece, false);
        if (statement != null && StatementReader.declares(member(statement))) {
            return statement;
        }
        var value = slot(source, piece, true);
        boolean switches =
                piece.isSwitch()
                        && statement != null
                        && (isLast(piece) || Yields.in(source, statement.from(), statement.to()));
        boolean first = value != null && (!piece.closed() || switches);
        return first || statement == null ? value : statement;
    }

    private @Nullable PieceSlot slot(Parsed source, Piece piece, boolean asValue) {
        for (var slot : slots.getOrDefault(piece, List.of())) {
            if (slot.asValue() == asValue && !source.hasErrorIn(slot.from(), slot.to())) {
                return slot;
            }
        }
        return null;
    }

    private @Nullable Tree member(PieceSlot slot) {
        var found = members.ceilingEntry(slot.from());
        return found != null && found.getKey() < slot.to() ? found.getValue() : null;
    }

    private boolean add(List<Part> parts, Parsed source, PieceSlot slot, Tree tree) {
        var piece = slot.piece();
        return switch (piece.shape()) {
            case TYPE -> {
                if (!(tree instanceof ClassTree type)) {
                    yield false;
                }
                var own = Modifiers.withoutAccess(piece.source());
                var name = type.getSimpleName().toString();
                parts.add(new Part.Type(piece.start(), name, own, open(type)));
                yield true;
            }
            case METHOD ->
                    tree instanceof MethodTree method && addMethod(parts, source, slot, method);
            default -> {
                var body = ((MethodTree) tree).getBody();
                yield body != null
                        && (slot.asValue()
                                ? addValue(parts, source, slot, body)
                                : addStatements(parts, new StatementReader(source, slot), body));
            }
        };
    }

    /** A record's own constructor, written out, may not be less public than the record. */
    private static boolean open(ClassTree type) {
        return type.getKind() != Tree.Kind.RECORD
                || type.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .filter(method -> method.getName().contentEquals("<init>"))
                        .allMatch(
                                method ->
                                        method.getModifiers().getFlags().contains(Modifier.PUBLIC));
    }

    private static boolean addMethod(
            List<Part> parts, Parsed source, PieceSlot slot, MethodTree method) {
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

    private boolean addStatements(List<Part> parts, StatementReader reader, BlockTree body) {
        var leaving = reader.leaving(body);
        wrong.addAll(leaving);
        return leaving.isEmpty() && reader.add(parts, body);
    }

    private boolean addValue(List<Part> parts, Parsed source, PieceSlot slot, BlockTree body) {
        if (body.getStatements().size() > 2
                || !(body.getStatements().get(0) instanceof ReturnTree returned)
                || returned.getExpression() == null) {
            return false;
        }
        var value = returned.getExpression();
        int start = source.start(value) + slot.shift();
        int end = source.end(value) + slot.shift();
        if (Choices.endsInSwitch(value) && slot(source, slot.piece(), false) != null) {
            var leaving = new StatementReader(source, slot).leaving(value);
            wrong.addAll(leaving);
            if (!leaving.isEmpty()) {
                return false;
            }
        }
        if (start < 0 || end < start || end > slot.piece().end()) {
            return false;
        }
        boolean dropped =
                slot.piece().closed()
                        && !(isLast(slot.piece()) && slot.piece().source().endsWith("}"));
        parts.add(
                dropped
                        ? new Part.Dropped(start, end)
                        : new Part.Value(start, end, called(value), form(source, slot, value)));
        return true;
    }

    private Part.Value.Form form(Parsed source, PieceSlot slot, ExpressionTree value) {
        if (value instanceof AssignmentTree) {
            return Part.Value.Form.ASSIGNMENT;
        }
        if (!Choices.is(value)) {
            return Part.Value.Form.PLAIN;
        }
        return Choices.endsInSwitch(value)
                        && slot.piece().closed()
                        && slot(source, slot.piece(), false) != null
                ? Part.Value.Form.SWITCH_OR_STATEMENT
                : Part.Value.Form.CHOICE;
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
}
