package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words before a declaration. */
final class Modifiers {
    private static final Set<String> ACCESS = Set.of("public", "private", "protected", "static");
    private static final Set<String> OTHERS =
            Set.of(
                    "final",
                    "abstract",
                    "sealed",
                    "strictfp",
                    "synchronized",
                    "native",
                    "default",
                    "transient",
                    "volatile");

    private static final Set<String> OF_FIELDS = Set.of("transient", "volatile");

    private Modifiers() {}

    /** Returns whether a declaration has a modifier. */
    static boolean has(String source, String word) {
        return of(Token.of(source)).stream().anyMatch(token -> token.is(word));
    }

    /** Blanks what a local variable does not have; every place stays. */
    static String ofLocal(String source) {
        return without(source, OF_FIELDS);
    }

    /** Blanks the words that say who may see a declaration, which here is everybody; every place stays. */
    static String withoutAccess(String source) {
        return without(source, Set.of());
    }

    private static String without(String source, Set<String> more) {
        if (!anyIn(source, ACCESS) && !anyIn(source, more)) {
            return source;
        }
        var text = new StringBuilder(source);
        for (var token : of(Token.of(source))) {
            if (ACCESS.contains(token.text()) || more.contains(token.text())) {
                text.replace(token.start(), token.end(), " ".repeat(token.text().length()));
            }
        }
        return text.toString();
    }

    private static boolean anyIn(String source, Set<String> words) {
        for (var word : words) {
            if (source.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the modifiers that some tokens begin with, annotations left out. */
    private static List<Token> of(List<Token> tokens) {
        var modifiers = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is("@") && !next(tokens, i).equals("interface")) {
                i = endOfAnnotation(tokens, i);
            } else if (token.isWord()
                    && (ACCESS.contains(token.text()) || OTHERS.contains(token.text()))) {
                modifiers.add(token);
            } else {
                break;
            }
        }
        return modifiers;
    }

    private static String next(List<Token> tokens, int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
    }

    private static int endOfAnnotation(List<Token> tokens, int at) {
        int i = at + 1;
        while (next(tokens, i).equals(".")) {
            i += 2;
        }
        if (!next(tokens, i).equals("(")) {
            return i;
        }
        int depth = 0;
        for (i++; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return i;
    }

    /** Returns the first word that is no modifier and no annotation, empty where there is none. */
    static String firstWord(String source) {
        var tokens = Token.of(source);
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is("@")) {
                i = endOfAnnotation(tokens, i);
            } else if (!token.isWord()) {
                return "";
            } else if (!ACCESS.contains(token.text()) && !OTHERS.contains(token.text())) {
                return token.text();
            }
        }
        return "";
    }
}
