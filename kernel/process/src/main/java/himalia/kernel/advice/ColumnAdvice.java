package himalia.kernel.advice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A column of a Tablesaw table that was asked for as one of another type: files of one content give other types. */
final class ColumnAdvice {
    /** Whose method casts a column to the type that its name says. */
    static final String TABLE = "tech.tablesaw.table.Relation";

    private static final Pattern COLUMN = Pattern.compile("tech\\.tablesaw\\.api\\.(\\w+)Column");
    private static final Set<String> NUMBERS = Set.of("Int", "Long", "Double", "Float", "Short");

    private static final Map<String, String> TIMES =
            Map.of(
                    "Instant",
                    "Columns.toInstant(table.stringColumn(\"name\")) cuts them there, as floor(\"ms\") of pandas does.",
                    "DateTime",
                    "Columns.toDatetime(table.stringColumn(\"name\")) cuts them there, as floor(\"ms\") of pandas does.",
                    "Time",
                    "make them .truncatedTo(ChronoUnit.MILLIS) before the table is made of them.");

    private ColumnAdvice() {}

    /** Returns which column it is, and how one of the type that is wanted is made of it, where both are columns. */
    static Optional<String> of(String from, String to) {
        var is = COLUMN.matcher(from);
        var wanted = COLUMN.matcher(to);
        if (!is.matches() || !wanted.matches()) {
            return Optional.empty();
        }
        var given = given(is.group(1));
        var made = made(is.group(1), wanted.group(1));
        var type = wanted.group(1).equals("Categorical") ? "String" : wanted.group(1);
        if (is.group(1).equals("String") && TIMES.containsKey(wanted.group(1))) {
            return Optional.of(
                    "The column is of text, as one of times past a millisecond is: "
                            + TIMES.get(wanted.group(1)));
        }
        return Optional.of(
                "The column is %sColumn: table.%s gives it".formatted(one(is.group(1)), given)
                        + (made.isEmpty()
                                ? "."
                                : "; as %sColumn it is table.%s.".formatted(one(type), made)));
    }

    private static String one(String type) {
        return (type.startsWith("I") ? "an " : "a ") + type;
    }

    private static String given(String type) {
        return type.substring(0, 1).toLowerCase(Locale.ROOT)
                + type.substring(1)
                + "Column(\"name\")";
    }

    /** Returns how a column of one type is made of another one's; empty where there is no one way. */
    private static String made(String is, String wanted) {
        if (wanted.equals("String") || wanted.equals("Categorical")) {
            return "column(\"name\").asStringColumn()";
        }
        var given = given(is);
        if (NUMBERS.contains(wanted)) {
            var as = wanted.equals("Double") ? "" : ".as" + wanted + "Column()";
            return switch (is) {
                case "String" ->
                        wanted.equals("Int")
                                ? given + ".parseInt()"
                                : given + ".parseDouble()" + as;
                case "Boolean" -> given + ".asDoubleColumn()" + as;
                default -> NUMBERS.contains(is) ? given + ".as" + wanted + "Column()" : "";
            };
        }
        return switch (is + " " + wanted) {
            case "Date DateTime" -> given + ".atStartOfDay()";
            case "DateTime Date" -> given + ".date()";
            case "DateTime Time" -> given + ".time()";
            case "DateTime Instant" -> given + ".asInstantColumn()";
            case "Instant DateTime" -> given + ".asLocalDateTimeColumn()";
            default -> "";
        };
    }
}
