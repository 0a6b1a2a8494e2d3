package himalia.kernel.java;

import himalia.kernel.cells.SourceNames;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rewrites {@code $} (the last value) and {@code $3} (the value of cell 3) into typed reads of {@code Out}; but for those
 * that the user declares: they are ordinary names of Java.
 */
final class ValueReferences {
    /** Words of Java that stand before a value. */
    private static final Set<String> NO_TYPE =
            Set.of(
                    "return",
                    "throw",
                    "else",
                    "case",
                    "yield",
                    "assert",
                    "do",
                    "instanceof",
                    "new",
                    "when");

    private ValueReferences() {}

    /** {@code declared} are names of the user's: {@code int $1 = 5} makes one of them. */
    static String rewrite(
            String source, Map<Integer, String> types, int last, Predicate<String> declared) {
        if (source.indexOf('$') < 0) {
            return source;
        }
        var result = new StringBuilder();
        int done = 0;
        var words = SourceNames.of(source);
        var own = new HashSet<String>();
        for (var word : words) {
            if (declares(word, source)) {
                own.add(word.text());
            }
        }
        for (var word : words) {
            int dot = word.text().indexOf('.');
            var first = dot < 0 ? word.text() : word.text().substring(0, dot);
            int count = first.equals("$") ? last : number(first);
            if (word.afterDot()
                    || !types.containsKey(count)
                    || declared.test(first)
                    || own.contains(first)) {
                continue;
            }
            result.append(source, done, word.start())
                    .append("((")
                    .append(types.get(count))
                    .append(") himalia_cells.Call.out(")
                    .append(count)
                    .append("))");
            done = word.start() + first.length();
        }
        return result.append(source, done, source.length()).toString();
    }

    /** Whether a name is declared where it stands: behind a type, or as what a lambda is given. */
    private static boolean declares(SourceNames.Word word, String source) {
        int end = word.start() + word.text().length();
        boolean lambda = source.substring(end).stripLeading().startsWith("->");
        return lambda || !word.before().isEmpty() && !NO_TYPE.contains(word.before());
    }

    private static int number(String word) {
        if (word.length() < 2 || word.length() > 9 || word.charAt(0) != '$') {
            return -1;
        }
        for (int i = 1; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(word.substring(1));
    }
}
