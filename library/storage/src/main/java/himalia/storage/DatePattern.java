package himalia.storage;

import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How dates are written, in DuckDB's letters.
 *
 * @param letters as {@code strptime} takes them
 * @param form as a regular expression takes them
 * @param timed whether there are hours in it
 */
record DatePattern(String letters, String form, boolean timed) implements Serializable {
    private static final long serialVersionUID = 1;

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

    /** Each is one thing of a date, and its letters; beside no other number it may have fewer digits. */
    private static final Map<Character, String> NAMES =
            Map.of(
                    'y', "year", 'M', "month", 'd', "day", 'H', "hour", 'm', "minute", 's',
                    "second");

    private static final Pattern PART = Pattern.compile("([A-Za-z])\\1*");

    /** Reads one in Java's letters. */
    static DatePattern of(String pattern) {
        var letters = new StringBuilder();
        var form = new StringBuilder();
        var seen = new HashSet<Character>();
        var part = PART.matcher(pattern);
        int at = 0;
        while (at < pattern.length()) {
            char next = pattern.charAt(at);
            if (!Character.isLetter(next)) {
                letters.append(next == '%' ? "%%" : String.valueOf(next));
                form.append("\\x{").append(Integer.toHexString(next)).append('}');
                at++;
                continue;
            }
            part.find(at);
            int end = part.end();
            var known = LETTERS.get(pattern.substring(at, end));
            if (known == null) {
                throw new IllegalArgumentException(
                        "the date format '%s' has '%s' in it; it is written with %s, as in dd.MM.yyyy"
                                .formatted(
                                        pattern,
                                        pattern.substring(at, end),
                                        String.join(", ", LETTERS.keySet())));
            }
            if (!seen.add(next)) {
                throw new IllegalArgumentException(
                        "the date format '%s' has the %s twice in it%s"
                                .formatted(
                                        pattern,
                                        NAMES.get(next),
                                        next == 'M' || next == 'm'
                                                ? "; MM is the month, mm are minutes"
                                                : ""));
            }
            letters.append(known);
            boolean isAlone = !isLetter(pattern, at - 1) && !isLetter(pattern, end);
            form.append(form(next, end - at, isAlone));
            at = end;
        }
        check(pattern, letters.toString());
        return new DatePattern(letters.toString(), form.toString(), pattern.contains("HH"));
    }

    private static boolean isLetter(String pattern, int at) {
        return at >= 0 && at < pattern.length() && Character.isLetter(pattern.charAt(at));
    }

    /** The year 24 is none that somebody writes with four letters, and the digits of 1012024 tell no day. */
    private static String form(char letter, int length, boolean isAlone) {
        if (letter == 'M' && length == 3) {
            return "[A-Za-z]{3}";
        }
        return letter == 'y'
                ? "[0-9]{" + length + "}"
                : isAlone || length == 1 ? "[0-9]{1,2}" : "[0-9]{2}";
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
