package himalia.kernel.java;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters of names that are written as {@code \\u0061}: the same name as the letter, for us as for the compiler. Done before
 * any lexer, as the compiler does.
 */
final class Escapes {
    /** An escape, behind an even number of backslashes. */
    private static final Pattern ESCAPE =
            Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

    private Escapes() {}

    /** Returns the source with letters for those escapes that stand for one; the others stay. */
    static String decoded(String source) {
        if (!source.contains("\\u")) {
            return source;
        }
        return ESCAPE.matcher(source)
                .replaceAll(
                        found -> {
                            char letter = (char) Integer.parseInt(found.group(2), 16);
                            boolean kept =
                                    !Character.isJavaIdentifierPart(letter)
                                            || Character.isIdentifierIgnorable(letter);
                            return Matcher.quoteReplacement(
                                    kept ? found.group() : found.group(1) + letter);
                        });
    }
}
