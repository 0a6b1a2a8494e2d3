package himalia.storage;

import java.util.List;

/**
 * How numbers are written in a CSV file. What a number would lose stays a text: the zero before a postcode's digits, the
 * plus of a telephone, and what is past the digits that its type keeps.
 *
 * @param decimal what stands before decimals
 * @param thousands what stands between groups of three digits, or nothing
 */
record NumberReadings(char decimal, String thousands) {
    private static final String DIGITS = "[1-9][0-9]*";

    private static final String SHORT = "\\+(0|[1-9][0-9]{0,5})";

    private static final String POWER = "([eE][+-]?[0-9]+)?";

    private static final String INFINITE = "[+-]?(?i:inf|infinity)";

    /** A double keeps so many digits of every number. */
    private static final int KEPT_DIGITS = 15;

    static NumberReadings of(CsvOptions options) {
        return new NumberReadings(
                options.decimal(), options.thousands().map(String::valueOf).orElse(""));
    }

    List<ColumnReading> all() {
        return List.of(whole("INTEGER"), whole("BIGINT"), decimals());
    }

    /** Returns the form of all numbers, as a regular expression. */
    String form() {
        var digits = "(0|" + grouped() + ")";
        var point = "[" + decimal + "]";
        return "(-?%1$s|%2$s|[+-]?(%1$s%3$s[0-9]*|%3$s[0-9]+))%4$s"
                .formatted(digits, SHORT, point, POWER);
    }

    private String wholeForm() {
        return "0|-?(" + grouped() + ")|" + SHORT;
    }

    private String grouped() {
        return thousands.isEmpty()
                ? DIGITS
                : DIGITS + "|[1-9][0-9]{0,2}([" + thousands + "][0-9]{3})+";
    }

    private ColumnReading whole(String type) {
        return ColumnReading.of(
                type,
                text ->
                        ColumnReading.matches(text, wholeForm())
                                + " AND "
                                + ColumnReading.castable(plain(text), type),
                text -> "CAST(%s AS %s)".formatted(plain(text), type));
    }

    private ColumnReading decimals() {
        return ColumnReading.of(
                "DOUBLE",
                text ->
                        "CASE WHEN %s THEN %s ELSE %s END"
                                .formatted(
                                        ColumnReading.matches(text, form()),
                                        isKept(text),
                                        ColumnReading.matches(text, INFINITE)),
                text -> "CAST(" + plain(text) + " AS DOUBLE)");
    }

    private String isKept(String text) {
        var plain = plain(text);
        return "NOT isinf(TRY_CAST(%s AS DOUBLE)) AND NOT %s".formatted(plain, isRounded(plain));
    }

    /** Returns whether it is a whole number that changes as a double: whoever wrote all its digits means them. */
    static String isRounded(String text) {
        return "coalesce(length(%1$s) > %2$d AND %3$s AND NOT coalesce(TRY_CAST(TRY_CAST(%1$s AS DOUBLE) AS HUGEINT) = TRY_CAST(%1$s AS HUGEINT), false), false)"
                .formatted(text, KEPT_DIGITS, ColumnReading.matches(text, "[+-]?[0-9]+"));
    }

    /** As DuckDB writes numbers. */
    private String plain(String text) {
        var joined =
                thousands.isEmpty()
                        ? text
                        : "replace(%s, %s, '')".formatted(text, CsvScan.quoted(thousands));
        return decimal == '.' ? joined : "replace(" + joined + ", ',', '.')";
    }
}
