package himalia.kernel.advice;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Columns of a table between operators: which of their methods does it. */
final class ColumnOperators {
    private static final Pattern COLUMN =
            Pattern.compile(
                    "(?:first|second) type:\\s+(?:[\\w.]*\\.)?(Int|Long|Short|Double|Float|Number|Numeric|String|Date|DateTime|Time|Instant|Boolean|)Column\\b");
    private static final Pattern UNEQUAL =
            Pattern.compile("incomparable types:\\s+(?:\\S*Column\\b|.* and \\S*Column\\b)");
    private static final Pattern SELECTION =
            Pattern.compile("type:\\s+(?:[\\w.]*\\.)?Selection\\b");
    private static final Pattern OPERATOR = Pattern.compile("operator '([^']+)'");

    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("+", "add"),
                    Map.entry("-", "subtract"),
                    Map.entry("*", "multiply"),
                    Map.entry("/", "divide"),
                    Map.entry("%", "remainder"),
                    Map.entry(">", "isGreaterThan"),
                    Map.entry("<", "isLessThan"),
                    Map.entry(">=", "isGreaterThanOrEqualTo"),
                    Map.entry("<=", "isLessThanOrEqualTo"),
                    Map.entry("==", "isEqualTo"),
                    Map.entry("!=", "isNotEqualTo"));

    private ColumnOperators() {}

    /** Returns what to call, where the compiler speaks of a column. */
    static Optional<String> hint(String said) {
        if (UNEQUAL.matcher(said).find()) {
            return Optional.of(
                    "What is done to a whole column are its methods: column.isEqualTo(…), column.isNotEqualTo(…).");
        }
        var column = COLUMN.matcher(said);
        var operator = OPERATOR.matcher(said);
        var joined = SELECTION.matcher(said).find() && operator.find() ? operator.group(1) : "";
        if (joined.matches("&&?|\\|\\|?")) {
            return Optional.of(
                    "Conditions on whole columns are joined by a method: one.%s(other)."
                            .formatted(joined.startsWith("&") ? "and" : "or"));
        }
        operator.reset();
        if (!column.find() || !operator.find()) {
            return Optional.empty();
        }
        var method = METHODS.get(operator.group(1));
        boolean isAsked = operator.group(1).matches("[!=]=");
        boolean ofNumbers = !column.group(1).matches("String|Date|DateTime|Time|Instant|Boolean");
        if (method == null || !ofNumbers && !isAsked) {
            return Optional.empty();
        }
        var first = column.group(1).isEmpty() ? "table.doubleColumn(\"…\")" : "column";
        return Optional.of(
                "What is done to a whole column are its methods: %s.%s(…)."
                        .formatted(first, method));
    }
}
