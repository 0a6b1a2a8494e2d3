package himalia.storage;

import java.util.List;
import java.util.stream.Stream;

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

    private static final String SMALL_POWER = "([eE][+-]?[0-9]{1,2})?";

    private static final String INFINITE = "[+-]?(?i:inf|infinity)";

    /** A double keeps so many digits of every number. */
    static final int KEPT_DIGITS = 15;

    /** Nearer to 0 a double has fewer digits. */
    private static final String LEAST_WHOLE = "2.2250738585072014e-308";

    static NumberReadings of(CsvOptions options) {
        return new NumberReadings(
                options.decimal(), options.thousands().map(String::valueOf).orElse(""));
    }

    List<ColumnReading> all() {
        return Stream.concat(
                        readings("0").stream(),
                        readings(SHORT).stream().map(reading -> reading.where(this::isSigned)))
                .toList();
    }

    private List<ColumnReading> readings(String plus) {
        return List.of(
                whole("INTEGER", plus), whole("BIGINT", plus), shortDecimals(plus), decimals(plus));
    }

    /** Codes of countries have a plus too, but never a minus or decimals beside it. */
    private String isSigned(String text) {
        return ColumnReading.matches(text, "-[0-9.,].*|\\+[0-9]*[" + decimal + "].*");
    }

    /** Returns the form of all numbers, as a regular expression. */
    String form() {
        return form(SHORT, POWER);
    }

    private String form(String plus, String power) {
        var digits = "(0|" + grouped() + ")";
        var point = "[" + decimal + "]";
        return "(-?%1$s|%2$s|[+-]?(%1$s%3$s[0-9]*|%3$s[0-9]+))%4$s"
                .formatted(digits, plus, point, power);
    }

    private String wholeForm(String plus) {
        return "0|-?(" + grouped() + ")|" + plus;
    }

    private String grouped() {
        return thousands.isEmpty()
                ? DIGITS
                : DIGITS + "|[1-9][0-9]{0,2}([" + thousands + "][0-9]{3})+";
    }

    private ColumnReading whole(String type, String plus) {
        return ColumnReading.of(
                type,
                text ->
                        ColumnReading.matches(text, wholeForm(plus))
                                + " AND "
                                + ColumnReading.castable(plain(text), type),
                text -> "CAST(%s AS %s)".formatted(plain(text), type));
    }

    /** What can lose nothing is asked about in a word: it is what most columns hold. */
    private ColumnReading shortDecimals(String plus) {
        return ColumnReading.of(
                "DOUBLE",
                text ->
                        "length(%s) <= %s AND %s"
                                .formatted(
                                        text,
                                        KEPT_DIGITS,
                                        ColumnReading.matches(text, form(plus, SMALL_POWER))),
                this::asDouble);
    }

    private String asDouble(String text) {
        return "CAST(" + plain(text) + " AS DOUBLE)";
    }

    private ColumnReading decimals(String plus) {
        return ColumnReading.of(
                "DOUBLE",
                text ->
                        "CASE WHEN %s THEN %s ELSE %s END"
                                .formatted(
                                        ColumnReading.matches(text, form(plus, POWER)),
                                        isKept(plain(text)),
                                        ColumnReading.matches(text, INFINITE)),
                this::asDouble);
    }

    /**
     * Returns whether a double keeps what is written. Short numbers are kept, if they are neither too large nor so near 0 that
     * digits are lost; of the others, the
     * double has the digits when it is written again, as briefly as it can or with the seventeen that C and R write; older Javas cut one off.
     */
    private static String isKept(String text) {
        var number = "TRY_CAST(" + text + " AS DOUBLE)";
        return "CASE WHEN length(%1$s) <= %2$s AND (abs(%3$s) >= %7$s OR %4$s = '') THEN NOT isinf(%3$s) WHEN CAST(%3$s AS VARCHAR) = %1$s THEN true ELSE NOT isinf(%3$s) AND (%4$s = %5$s OR starts_with(%6$s, %4$s)) END"
                .formatted(
                        text,
                        KEPT_DIGITS,
                        number,
                        digits(text),
                        digits("CAST(" + number + " AS VARCHAR)"),
                        digits("printf('%.17g', " + number + ")"),
                        LEAST_WHOLE);
    }

    /** Those that count: neither the zeros around them nor a power of ten. */
    private static String digits(String text) {
        return "trim(regexp_replace(regexp_replace(%s, '[eE].*', ''), '[^0-9]', '', 'g'), '0')"
                .formatted(text);
    }

    /** Returns whether it is a whole number that changes as a double: whoever wrote all its digits means them. */
    static String isRounded(String text) {
        return "coalesce(length(%1$s) > %2$s AND %3$s AND NOT coalesce(TRY_CAST(TRY_CAST(%1$s AS DOUBLE) AS HUGEINT) = TRY_CAST(%1$s AS HUGEINT), false), false)"
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
