package himalia.storage;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The long numbers of a JSON file as they are written. Whatever DuckDB makes of a row's JSON has made doubles of its
 * numbers first; so they are made strings, with a mark, while the row is still a text.
 *
 * @param objects where the rows come from, each a JSON named {@code json}
 */
record JsonNumbers(String objects) {
    /** A long whole number, or one that may be infinite as a double: DuckDB writes them as they are. */
    static final String ODD =
            "regexp_matches(json::VARCHAR, '[:,\\[]\\s*-?[0-9]{16,}\\s*[,\\]}]|[0-9][eE][+-]?[0-9]{3}|[0-9.]{300}')";

    /** For private use in Unicode, so that texts have it hardly ever. */
    private static final String MARK = "\uE000";

    private static final String LONG =
            "-?(?:[0-9.]{17,}(?:[eE][+-]?[0-9]+)?|[0-9.]+[eE][+-]?[0-9]{3,})";

    /** It stands behind every row: where nothing is found up to the end, a search would go on within strings. */
    private static final String LAST = " 00000000000000000";

    private static final String BEFORE = "((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\"])*?)";

    /**
     * Whether a row may have a number that a double shows with other digits: cheap, where it is written as DuckDB writes it,
     * and true of few files.
     *
     * @param odd whether it is {@link #ODD}
     */
    static String mayRound(String odd) {
        return "CASE WHEN "
                + odd
                + " OR regexp_matches(json::VARCHAR, '[0-9.]{17}')"
                + " AND replace(json::VARCHAR, ' ', '') != replace(json_extract(json, '$')::VARCHAR, ' ', '')"
                + " THEN %s ELSE false END".formatted(hasOther("json::VARCHAR", "(" + LONG + ")"));
    }

    private static String hasOther(String text, String number) {
        return "len(list_filter(regexp_extract_all(%s, '%s', 1), lambda x: %s)) > 0"
                .formatted(text, number, isOther("x"));
    }

    /** Returns the rows, of those that may round, with marked numbers. */
    String suspects() {
        return marked(objects + " WHERE " + mayRound(ODD));
    }

    private static String marked(String rows) {
        return "(SELECT left(row, length(row) - %d)::JSON AS json FROM (SELECT regexp_replace(json::VARCHAR || '%s', '%s(%s)', '\\1\"%s\\2\"', 'g') AS row FROM %s))"
                .formatted(LAST.length() + MARK.length() + 2, LAST, BEFORE, LONG, MARK, rows);
    }

    /** Returns whether what stands there has a number that a double shows with other digits. */
    String isRounded(String type, String pointer) {
        return hasOther("json_extract(json, " + pointer + ")::VARCHAR", "\"" + MARK + "([^\"]*)\"");
    }

    /** Rounds the double to as many digits as are written: those of a double are kept, however many. */
    private static String isOther(String number) {
        var written = digits("regexp_replace(" + number + ", '[eE].*', '')");
        var near = "TRY_CAST(" + number + " AS DOUBLE)";
        var shown =
                digits(
                        "regexp_replace(format('{:.' || greatest(length(%s) - 1, 0) || 'e}', %s), 'e.*', '')"
                                .formatted(written, near));
        return "coalesce(isinf(%s), true) OR %s != %s".formatted(near, written, shown);
    }

    /** Returns the digits that count. */
    private static String digits(String number) {
        return "rtrim(ltrim(regexp_replace(" + number + ", '[^0-9]', '', 'g'), '0'), '0')";
    }

    /**
     * Returns what stands behind FROM.
     *
     * @param types of the columns; one of texts has its numbers as they are written
     * @param pointers from a column's name to where it stands in a row
     */
    String read(Map<String, String> types, UnaryOperator<String> pointers) {
        return types.entrySet().stream()
                .map(
                        type ->
                                "CAST(%s AS %s) AS \"%s\""
                                        .formatted(
                                                value(
                                                        type.getValue(),
                                                        pointers.apply(type.getKey())),
                                                type.getValue(),
                                                type.getKey().replace("\"", "\"\"")))
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + marked(objects) + ")"));
    }

    private static String value(String type, String pointer) {
        var text =
                "CASE WHEN json_type(json, %1$s) = 'VARCHAR' THEN regexp_replace(json_extract_string(json, %1$s), '^%2$s', '') ELSE regexp_replace(json_extract_string(json, %1$s), '\"%2$s([^\"]*)\"', '\\1', 'g') END"
                        .formatted(pointer, MARK);
        return type.contains("(") || type.contains("[") ? "(" + text + ")::JSON" : text;
    }
}
