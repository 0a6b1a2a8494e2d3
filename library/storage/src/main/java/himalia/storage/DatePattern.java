package himalia.storage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How dates are written, in DuckDB's letters.
 *
 * @param letters as {@code strptime} takes them
 * @param timed whether there are hours in it
 */
record DatePattern(String letters, boolean timed) {
    /** The longer ones first. */
    private static final Map<String, String> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put("yyyy", "%Y");
        LETTERS.put("yy", "%y");
        LETTERS.put("MMM", "%b");
        LETTERS.put("MM", "%m");
        LETTERS.put("M", "%-m");
        LETTERS.put("dd", "%d");
        LETTERS.put("d", "%-d");
        LETTERS.put("HH", "%H");
        LETTERS.put("mm", "%M");
        LETTERS.put("ss", "%S");
    }

    /** Reads one in Java's letters. */
    static DatePattern of(String pattern) {
        var letters = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char next = pattern.charAt(at);
            if (!Character.isLetter(next)) {
                letters.append(next == '%' ? "%%" : String.valueOf(next));
                at++;
                continue;
            }
            int end = at;
            while (end < pattern.length() && pattern.charAt(end) == next) {
                end++;
            }
            var known = LETTERS.get(pattern.substring(at, end));
            if (known == null) {
                throw new IllegalArgumentException(
                        "the date format '%s' has '%s' in it; it is written with %s, as in dd.MM.yyyy"
                                .formatted(
                                        pattern,
                                        pattern.substring(at, end),
                                        String.join(", ", LETTERS.keySet())));
            }
            letters.append(known);
            at = end;
        }
        check(pattern, letters.toString());
        return new DatePattern(letters.toString(), pattern.contains("HH"));
    }

    /** What is missing would be January, or the year 1900, in every row. */
    private static void check(String pattern, String letters) {
        boolean month = letters.contains("%m") || letters.contains("%-m") || letters.contains("%b");
        boolean year = letters.contains("%Y") || letters.contains("%y");
        if (!month || !year) {
            throw new IllegalArgumentException(
                    "the date format '%s' has no %s in it, which is written %s%s"
                            .formatted(
                                    pattern,
                                    month ? "year" : "month",
                                    month ? "yyyy" : "MM",
                                    letters.contains("%M") ? "; mm are minutes" : ""));
        }
    }
}
