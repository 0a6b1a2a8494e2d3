package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;

/** What who calls a method sees of it. */
final class MethodHead {
    private MethodHead() {}

    /** Returns the words of a method's head but the names of its parameters and {@code final}, which are its own affair. */
    static List<String> seen(String source) {
        var seen = new ArrayList<String>();
        int parentheses = 0;
        int types = 0;
        for (var word : Token.texts(source)) {
            if (word.equals("{") && parentheses == 0) {
                break;
            }
            if (types == 0 && parentheses == 1 && word.matches("[,)\\[]")) {
                dropName(seen);
            }
            parentheses += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            types += word.equals("<") ? 1 : word.matches(">+") ? -word.length() : 0;
            if (!word.equals("final")) {
                seen.add(word);
            }
        }
        return seen;
    }

    /** A parameter's name stands behind its type; before brackets of a type there is none. */
    private static void dropName(List<String> seen) {
        int last = seen.size() - 1;
        boolean isName = last > 0 && isWord(seen.get(last)) && endsType(seen.get(last - 1));
        if (isName) {
            seen.remove(last);
        }
    }

    private static boolean isWord(String word) {
        return Character.isJavaIdentifierStart(word.codePointAt(0));
    }

    private static boolean endsType(String word) {
        return isWord(word) || word.matches("[>\\]]+|\\.\\.\\.");
    }
}
