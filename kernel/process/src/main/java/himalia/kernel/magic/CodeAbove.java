package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import java.util.regex.Pattern;

/** The Java that stands above a place of a cell, as far as it is to be compiled together. */
final class CodeAbove {
    private static final Pattern ASSIGNED = Pattern.compile("[\\w>\\]]\\s+\\w+\\s*=\\s*\\z");

    private static final Pattern ANEW = Pattern.compile("(?:\\A|[;{}\\n])\\s*[\\w.]+\\s*=\\s*\\z");

    private final StringBuilder code = new StringBuilder();

    /** The brackets that are open. */
    private final StringBuilder open = new StringBuilder();

    /** The last character that is neither blank nor in a comment; 0 before there is one. */
    private char tail;

    /** Goes on with one character that is in no text. */
    void add(char c) {
        if (c == '{' || c == '(') {
            open.append(c);
        } else if ((c == '}' || c == ')') && !open.isEmpty()) {
            open.setLength(open.length() - 1);
        }
        code.append(c);
        tail = Character.isWhitespace(c) ? tail : c;
    }

    /** Goes on with a text or a comment. */
    void addText(String text) {
        code.append(text);
        tail = text.charAt(0) == '/' ? tail : text.charAt(0);
    }

    /** Goes on with what a magic became. */
    void addJava(String java) {
        code.append(java);
        tail = java.charAt(java.length() - 1);
    }

    /** Returns all of it, and begins anew; brackets stay open. */
    String take() {
        var taken = code.toString();
        code.setLength(0);
        tail = 0;
        return taken;
    }

    /** Whether nothing stands above. */
    boolean isEmpty() {
        return tail == 0 && code.toString().isBlank();
    }

    /** Whether no bracket is open. */
    boolean isOutside() {
        return open.isEmpty();
    }

    /** Whether the innermost bracket that is open is a block's. */
    boolean isInBlock() {
        return !open.isEmpty() && open.charAt(open.length() - 1) == '{';
    }

    /** Whether a line may begin a statement here. */
    boolean complete() {
        return tail == 0 || tail == ';' || tail == '}' || tail == '{';
    }

    /** Whether a statement was just ended, or a block opened. */
    boolean hasEnded() {
        return tail == ';' || tail == '{';
    }

    /** Whether it is whole: a magic that follows is a statement behind it. */
    boolean isWhole() {
        var pieces = Cutter.cut(code.toString());
        return pieces.isEmpty() || pieces.get(pieces.size() - 1).closed();
    }

    /** Whether it ends with the head of a statement, whose body follows. */
    boolean awaitsBody() {
        return (tail == ')' || tail == 'e' || tail == 'o') && Heads.awaitBody(code.toString());
    }

    /** Whether no value can stand before it, which a remainder could be of: {@code a ? %b} is no Java. */
    boolean endsNoValue() {
        var before = code.toString().stripTrailing();
        return tail != 0
                        && "=({;,?:+-*/&|!<>".indexOf(tail) >= 0
                        && !before.endsWith("++")
                        && !before.endsWith("--")
                || opensValue();
    }

    /** Whether a value stands at its end, and no statement has ended. */
    boolean endsInValue() {
        return !complete() && !awaitsBody() && !endsNoValue();
    }

    /** Whether what follows is what a lambda does. */
    boolean opensLambda() {
        return code.toString().stripTrailing().endsWith("->");
    }

    /** Whether a value follows. */
    boolean opensValue() {
        var before = code.toString().stripTrailing();
        return before.endsWith("=") && !before.endsWith("==")
                || before.endsWith("->")
                || before.endsWith("(")
                || before.endsWith("return")
                        && (before.length() == 6
                                || !Character.isJavaIdentifierPart(
                                        before.charAt(before.length() - 7)));
    }

    /** Whether a variable is given a value anew, which follows. */
    boolean isGivenAnew() {
        return ANEW.matcher(code).find();
    }

    /** Whether the value of a variable that is declared follows. */
    boolean isAssigned() {
        return ASSIGNED.matcher(code).find();
    }
}
