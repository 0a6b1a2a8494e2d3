package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.kernel.cells.Piece;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calls of what the cell declares that is being written: JShell knows none of it before the cell has run. */
final class OwnCalls {
    private static final Pattern ABOVE = Pattern.compile("\\bextends\\s+([\\w.]+)");

    private final String code;
    private final String bare;

    OwnCalls(String code) {
        this.code = code;
        this.bare = Cutter.bare(code);
    }

    /** Returns the methods of the cell that a name means at its end, as they are written. */
    List<String> methods(NameAt name) {
        var head =
                Pattern.compile("(?<![\\w.@$])" + Pattern.quote(name.text()) + "\\s*\\([^()]*\\)");
        boolean called = bare.substring(name.end()).stripLeading().startsWith("(");
        if (name.text().isEmpty() || !called && isLocal(name)) {
            return List.of();
        }
        return Cutter.cut(code).stream()
                .filter(piece -> piece.shape() == Piece.Shape.METHOD)
                .filter(piece -> head.matcher(head(piece)).find())
                .map(piece -> piece.source().strip())
                .toList();
    }

    private static String head(Piece piece) {
        return Cutter.bare(piece.source()).replaceFirst("\\{(?s:.*)", "");
    }

    private boolean isLocal(NameAt name) {
        return LocalNames.atEndOf(code.substring(0, name.end())).stream()
                .filter(each -> each.kind() == Entry.Kind.VARIABLE)
                .anyMatch(each -> each.text().equals(name.text()));
    }

    /** Returns the class or record that a place stands in, as far as it is written. */
    Optional<String> type(int at) {
        return around(at).map(each -> code.substring(each.start(), end(each.open() + 1)));
    }

    /** Returns the class above the one that a place stands in. */
    Optional<String> above(int at) {
        return around(at)
                .map(each -> ABOVE.matcher(withoutParameters(each.head())))
                .map(found -> found.find() ? found.group(1) : "Object");
    }

    /** The bound of a type parameter is no class above. */
    static String withoutParameters(String head) {
        var rest = new StringBuilder();
        int depth = 0;
        for (char sign : head.toCharArray()) {
            depth += sign == '<' ? 1 : 0;
            if (depth == 0) {
                rest.append(sign);
            }
            depth -= sign == '>' ? 1 : 0;
        }
        return rest.toString();
    }

    /** Returns the code before the piece of the cell that a place stands in. */
    String before(int at) {
        int start = 0;
        for (var piece : Cutter.cut(code.substring(0, at))) {
            start = piece.start();
        }
        return code.substring(0, start);
    }

    private Optional<TypeBody> around(int at) {
        return TypeBody.around(bare.substring(0, at)).stream()
                .filter(each -> !each.isMade() && !each.kind().equals("interface"))
                .reduce((outer, inner) -> inner);
    }

    /** Returns where a block ends that begins at a place. */
    private int end(int from) {
        int depth = 1;
        for (int at = from; at < bare.length(); at++) {
            depth += bare.charAt(at) == '{' ? 1 : bare.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return bare.length();
    }
}
