package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a piece that stand in no bracket, as far as it was read; tells what the piece is and where it ends. */
final class PieceClassifier {
    private static final Set<String> MODIFIERS =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "static",
                    "final",
                    "abstract",
                    "sealed",
                    "strictfp",
                    "native",
                    "default",
                    "transient",
                    "volatile");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum");
    private static final Set<String> CONTROL =
            Set.of("if", "for", "while", "do", "try", "switch", "synchronized");
    private static final Set<String> TAKES_PARENTHESES =
            Set.of("if", "for", "while", "switch", "synchronized", "catch", "try");

    /** What goes on with a value, and begins nothing. */
    private static final Set<String> GOES_ON =
            Set.of(
                    "+",
                    "-",
                    "==",
                    "!=",
                    "<",
                    ">",
                    "<=",
                    ">=",
                    "*",
                    "/",
                    "%",
                    "&",
                    "|",
                    "^",
                    "?",
                    ".",
                    "instanceof");

    private static final Set<String> NO_TYPE =
            Set.of("new", "return", "throw", "else", "case", "yield", "assert", "instanceof", "do");

    private final List<Token> top = new ArrayList<>();

    /** Adds a token at depth 0; of brackets both ends. */
    void add(Token token) {
        top.add(token);
    }

    Piece.Shape shape() {
        int first = afterModifiers();
        if (at(first).equals("import")) {
            return Piece.Shape.IMPORT;
        }
        if (isType(first)) {
            return Piece.Shape.TYPE;
        }
        return isMethod(first) ? Piece.Shape.METHOD : Piece.Shape.CODE;
    }

    /** Returns whether the piece ends with the semicolon just added. */
    boolean endsAtSemicolon(@Nullable Token next) {
        return !elseFollows(next) && !(openDo() && next != null && next.is("while"));
    }

    /** Returns whether the piece ends with the closing brace just added. */
    boolean endsAtBrace(@Nullable Token next) {
        int first = afterModifiers();
        if (isType(first) || isMethod(first)) {
            return true;
        }
        if (!isStatementBlock()) {
            return false;
        }
        if (before(2).equals("do") || elseFollows(next)) {
            return false;
        }
        if (at(first).equals("switch") && next != null && GOES_ON.contains(next.text())) {
            return false;
        }
        boolean handled = next != null && (next.is("catch") || next.is("finally"));
        if (handled && has("try")) {
            return false;
        }
        return !(openDo() && next != null && next.is("while"));
    }

    /** A loop of the form {@code do x(); while (c);}, or one whose body is another statement, waits for its while. */
    private boolean openDo() {
        int open = 0;
        for (int i = 0; i < top.size(); i++) {
            if (top.get(i).is("do")) {
                open++;
            }
        }
        if (open == 0) {
            return false;
        }
        // A while that ends with a semicolon right behind its condition closes one.
        for (int i = 0; i + 3 < top.size(); i++) {
            if (top.get(i).is("while") && top.get(i + 3).is(";")) {
                open--;
            }
        }
        return open > 0;
    }

    private boolean elseFollows(@Nullable Token next) {
        return next != null && next.is("else") && has("if");
    }

    private boolean has(String word) {
        return top.stream().anyMatch(token -> token.is(word));
    }

    /** The braces just closed: the block of a statement, not an array, a lambda or an anonymous class. */
    private boolean isStatementBlock() {
        int opening = top.size() - 2;
        int first = afterModifiers();
        if (opening == first) {
            return true;
        }
        var before = before(2);
        if (before.equals("else") || before.equals("do") || before.equals("try")) {
            return true;
        }
        if (before.equals("finally")) {
            return true;
        }
        if (before.equals(":")) {
            return !has("?") && !has("=");
        }
        if (!before.equals(")")) {
            return false;
        }
        int keyword = opening - 3;
        if (keyword < 0 || !TAKES_PARENTHESES.contains(at(keyword))) {
            return false;
        }
        return !at(keyword).equals("switch") || standsAsStatement(keyword, first);
    }

    private boolean standsAsStatement(int keyword, int first) {
        if (keyword == first) {
            return true;
        }
        var before = at(keyword - 1);
        // Behind the condition of another statement, not behind a cast.
        boolean condition = before.equals(")") && TAKES_PARENTHESES.contains(at(keyword - 3));
        return condition
                || before.equals("else")
                || before.equals("do")
                || before.equals(":")
                || before.equals("}");
    }

    /** The text {@code count} tokens before the last one. */
    private String before(int count) {
        return at(top.size() - 1 - count);
    }

    private String at(int index) {
        return index >= 0 && index < top.size() && top.get(index).kind() != Token.Kind.LITERAL
                ? top.get(index).text()
                : "";
    }

    private boolean isType(int first) {
        if (TYPES.contains(at(first))
                || at(first).equals("@") && at(first + 1).equals("interface")) {
            return true;
        }
        return at(first).equals("record")
                && first + 2 < top.size()
                && top.get(first + 1).isWord()
                && (at(first + 2).equals("(") || at(first + 2).equals("<"));
    }

    private boolean isMethod(int first) {
        for (int i = first; i < top.size(); i++) {
            var text = at(i);
            if (text.equals("=") || text.equals("->") || CONTROL.contains(text)) {
                return false;
            }
            if (text.equals("(")) {
                return i >= first + 2 && isNameAfterType(i - 1) && hasBody(i);
            }
        }
        return false;
    }

    private boolean isNameAfterType(int name) {
        if (!top.get(name).isWord()) {
            return false;
        }
        var before = top.get(name - 1);
        return before.is(">")
                || before.is("]")
                || before.isWord() && !NO_TYPE.contains(before.text());
    }

    /** After the parameters comes the body, perhaps after what is thrown. */
    private boolean hasBody(int parameters) {
        int next = parameters + 2;
        while (at(next).equals("[") && at(next + 1).equals("]")) {
            // What is left of C: int sizes()[] gives an array.
            next += 2;
        }
        return at(next).equals("{") || at(next).equals("throws");
    }

    /** Returns where the piece begins behind its annotations, modifiers and labels. */
    private int afterModifiers() {
        int i = 0;
        while (i < top.size()) {
            if (at(i).equals("@") && !at(i + 1).equals("interface")) {
                i = afterAnnotation(i + 1);
            } else if (MODIFIERS.contains(at(i))
                    || at(i).equals("synchronized") && !at(i + 1).equals("(")) {
                i++;
            } else if (at(i).equals("non") && at(i + 1).equals("-")) {
                i += 3;
            } else if (top.get(i).isWord() && at(i + 1).equals(":")) {
                i += 2;
            } else {
                return i;
            }
        }
        return i;
    }

    private int afterAnnotation(int name) {
        int i = name + 1;
        while (at(i).equals(".")) {
            i += 2;
        }
        return at(i).equals("(") ? i + 2 : i;
    }
}
