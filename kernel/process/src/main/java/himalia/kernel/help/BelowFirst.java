package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.cells.Piece;
import himalia.kernel.cells.Piece.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The code until a place with what the cell declares further below moved before it: what stands behind the cursor is
 * nothing to JShell, and neither is a method that stands above a statement.
 */
final class BelowFirst {
    /** A variable whose type is written: {@code var} is none for a field. */
    private static final Pattern FIELD =
            Pattern.compile(
                    "\\A\\s*(?:final\\s+)?(?!(?:var|return|throw|yield|assert|new|else)\\b)[A-Za-z][\\w.]*(?:<[^;(){}=]*>)?(?:\\[\\])*\\s+\\w+\\s*[=;]");

    private final String before;
    private final String code;
    private final String bare;

    /**
     * Those of a place.
     *
     * @param before the code until there
     * @param code the whole code
     */
    BelowFirst(String before, String code) {
        this.before = before;
        this.code = code;
        this.bare = Cutter.bare(before);
    }

    /** Returns code that ends as that before the place does; nothing where it would be the same. */
    Optional<String> moved() {
        var last = last();
        var start = last.map(Piece::start).orElse(0);
        var shape = last.map(Piece::shape).orElse(Shape.CODE);
        var text = new StringBuilder(before);
        var bodies = TypeBody.around(bare);
        for (int at = bodies.size() - 1; at >= 0; at--) {
            var body = bodies.get(at);
            // Of an enum the constants stand first.
            boolean isFirst = body.kind().equals("enum") && body.member() == body.open() + 1;
            text.insert(body.member(), isFirst ? "" : body.below(before, code));
        }
        var around = around(start, shape);
        var moved = text.substring(start);
        return around.isEmpty() && moved.equals(before.substring(start))
                ? Optional.empty()
                : Optional.of(around.isEmpty() ? moved : "class Moved$ {" + around + moved);
    }

    /** What else the cell declares, as members of a class in which what is written ends. */
    private String around(int start, Shape shape) {
        var above = Cutter.cut(before.substring(0, start));
        var all = Stream.concat(above.stream(), below().stream()).toList();
        boolean isCode = shape == Shape.CODE;
        var members = text(all, each -> isDeclared(each) || !isCode && isField(each));
        var statements = isCode ? text(above, each -> each.shape() == Shape.CODE) : "";
        return members.isEmpty() || !isCode ? members : members + "void moved$() {" + statements;
    }

    private static String text(List<Piece> pieces, Predicate<Piece> wanted) {
        return pieces.stream()
                .filter(wanted)
                .map(each -> each.source() + (each.shape() == Shape.CODE ? ";" : "") + "\n")
                .reduce("", String::concat);
    }

    private static boolean isDeclared(Piece piece) {
        return piece.shape() == Shape.TYPE || piece.shape() == Shape.METHOD;
    }

    private static boolean isField(Piece piece) {
        return piece.shape() == Shape.CODE && FIELD.matcher(piece.source()).find();
    }

    /** Returns the names that the cell declares further below and that mean something at the place: a statement knows no variable of those. */
    List<LocalNames.Name> names() {
        boolean isCode = last().map(Piece::shape).orElse(Shape.CODE) == Shape.CODE;
        return below().stream()
                .flatMap(each -> LocalNames.declaredBy(each.source()).stream())
                .filter(each -> !isCode || each.kind() != Entry.Kind.VARIABLE)
                .toList();
    }

    private Optional<Piece> last() {
        var pieces = Cutter.cut(before);
        return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces.get(pieces.size() - 1));
    }

    private List<Piece> below() {
        return Cutter.cut(TypeBody.behind(before, code, TypeBody.open(bare).size(), ";\n"));
    }
}
