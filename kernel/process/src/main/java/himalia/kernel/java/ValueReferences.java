package himalia.kernel.java;

import himalia.kernel.cells.Words;
import java.util.Map;

/** Rewrites {@code $} (the last value) and {@code $3} (the value of cell 3) into typed reads of {@code Out}. */
final class ValueReferences {
    private ValueReferences() {}

    static String rewrite(String source, Map<Integer, String> types, int last) {
        if (source.indexOf('$') < 0) {
            return source;
        }
        var result = new StringBuilder();
        int done = 0;
        for (var word : Words.of(source)) {
            int dot = word.text().indexOf('.');
            var first = dot < 0 ? word.text() : word.text().substring(0, dot);
            int count = first.equals("$") ? last : number(first);
            if (word.afterDot() || !types.containsKey(count)) {
                continue;
            }
            result.append(source, done, word.start())
                    .append("((")
                    .append(types.get(count))
                    .append(") himalia.magics.spi.Out.get(")
                    .append(count)
                    .append("))");
            done = word.start() + first.length();
        }
        return result.append(source, done, source.length()).toString();
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
