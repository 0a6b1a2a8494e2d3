package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands before the body of a type.
 *
 * @param isSealed whether it is sealed
 * @param permits whether it lists who may extend it; where it does not, those of its own source file may
 * @param above the simple names behind {@code extends} and {@code implements}
 */
record TypeHead(boolean isSealed, boolean permits, Set<String> above) {
    private static final Set<String> KINDS = Set.of("class", "interface", "record", "enum");

    /** Returns the head of a type, and those of the types inside of it. */
    static List<TypeHead> of(String source) {
        var heads = new ArrayList<TypeHead>();
        var tokens = Token.of(source);
        boolean isSealed = false;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean isKind =
                    KINDS.contains(token.text())
                            && i + 1 < tokens.size()
                            && tokens.get(i + 1).isWord()
                            && !isBehind(".", tokens, i);
            if (isKind) {
                heads.add(read(tokens, i + 2, isSealed));
            }
            isSealed =
                    token.is("sealed") && !isBehind("-", tokens, i)
                            || isSealed && !isKind && !token.is(";") && !token.is("}");
        }
        return heads;
    }

    private static boolean isBehind(String symbol, List<Token> tokens, int i) {
        return i > 0 && tokens.get(i - 1).is(symbol);
    }

    /** Reads what stands behind the name of a type. */
    private static TypeHead read(List<Token> tokens, int from, boolean isSealed) {
        var above = new HashSet<String>();
        boolean permits = false;
        boolean isAbove = false;
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is("<") || token.is("(")) {
                depth++;
            } else if (token.is(">") || token.is(")")) {
                depth--;
            } else if (depth == 0 && token.is("{")) {
                break;
            } else if (depth == 0 && token.is("permits")) {
                permits = true;
                isAbove = false;
            } else if (depth == 0 && (token.is("extends") || token.is("implements"))) {
                isAbove = true;
            } else if (depth == 0 && isAbove && token.isWord() && !isBehind(".", tokens, i)) {
                above.add(token.text());
            }
        }
        return new TypeHead(isSealed, permits, above);
    }
}
