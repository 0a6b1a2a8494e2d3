package himalia.kernel.cells;

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
                    "transient",
                    "volatile");

    private Modifiers() {}

    /** Blanks the words that say who may see a declaration, which here is everybody; every place stays. */
    static String withoutAccess(String source) {
        var text = new StringBuilder(source);
        for (var token : Token.of(source)) {
            if (token.is("(") || token.is("{") || token.is("class")) {
                break;
            }
            if (token.isWord() && ACCESS.contains(token.text())) {
                text.replace(token.start(), token.end(), " ".repeat(token.text().length()));
            }
        }
        return text.toString();
    }

    /** Returns the first word that is no modifier and no annotation, empty where there is none. */
    static String firstWord(String source) {
        boolean annotation = false;
        for (var token : Token.of(source)) {
            if (token.is("@")) {
                annotation = true;
            } else if (annotation) {
                annotation = false;
            } else if (!token.isWord()) {
                return "";
            } else if (!ACCESS.contains(token.text()) && !OTHERS.contains(token.text())) {
                return token.text();
            }
        }
        return "";
    }
}
