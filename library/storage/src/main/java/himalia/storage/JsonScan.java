package himalia.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * How DuckDB is asked for the rows of a JSON file. It looks at all rows before it guesses a type; what that type would still
 * change is read as it is written.
 */
final class JsonScan {
    private static final String LONG_WHOLE = "[:,\\[]\\s*-?[0-9]{16,}\\s*[,\\]}]";

    /** A field of a struct may be named like a type; a type's name ends so. */
    private static final String TYPE_END = "(?=[,)\\[]|$)";

    /** Bytes at the end of a file that are looked at. */
    private static final int END = 4096;

    private final Queries queries;
    private final Source source;

    private JsonScan(Queries queries, Source source) {
        this.queries = queries;
        this.source = source;
    }

    /** Returns what stands behind FROM. */
    static String of(Queries queries, Source source) throws IOException, SQLException {
        Bom.refuse(
                source.file(),
                "write it in UTF-8, with Files.writeString(path, Files.readString(path, StandardCharsets.UTF_16))");
        if (source.format() == Format.JSON) {
            refuseBrokenOff(source.file());
        }
        return new JsonScan(queries, source).sql();
    }

    /** DuckDB takes an array that breaks off behind a comma for one that ends there. */
    private static void refuseBrokenOff(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            long from = Math.max(0, channel.size() - END);
            channel.position(from);
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // As much as there is.
            }
            var end = new String(bytes.array(), StandardCharsets.UTF_8).stripTrailing();
            if (end.endsWith(",")) {
                throw BadFile.because(
                        "%s breaks off behind a comma: an array of rows ends with ]; is it all of the file?"
                                .formatted(file.getFileName()));
            }
        }
    }

    /** Returns how many columns there are, by the first rows. */
    static int columns(Queries queries, Source source) throws SQLException {
        return new JsonScan(queries, source).types("").size();
    }

    private String sql() throws IOException, SQLException {
        var looks = looks();
        var types = types(", sample_size = -1");
        if (looks.isRecords()) {
            refuseTwins(types.keySet());
            refuseNameless(types.keySet());
        }
        types.replaceAll((name, type) -> kept(type));
        if (looks.mayRound()) {
            var exact = new JsonNumbers(objects());
            var rounded =
                    answered(
                            types,
                            looks,
                            "DOUBLE|UBIGINT|HUGEINT|JSON",
                            exact::isRounded,
                            exact.suspects());
            if (!rounded.isEmpty()) {
                rounded.addAll(changed(types, looks));
                types.replaceAll((name, type) -> rounded.contains(name) ? "VARCHAR" : read(type));
                return exact.read(types, name -> looks.pointer(name));
            }
        }
        var changed = changed(types, looks);
        types.replaceAll(
                (name, type) ->
                        changed.contains(name) ? isNested(type) ? "JSON" : "VARCHAR" : read(type));
        var columns =
                types.entrySet().stream()
                        .map(
                                type ->
                                        CsvScan.quoted(type.getKey())
                                                + ": "
                                                + CsvScan.quoted(type.getValue()))
                        .collect(Collectors.joining(", "));
        return "read_json(%s, format = '%s', records = '%s', columns = {%s})"
                .formatted(file(), format(), looks.isRecords(), columns);
    }

    /**
     * What all rows look like.
     *
     * @param isRecords whether each is an object, so that its keys are the columns
     * @param mayRound whether a number may have more digits than a double shows
     * @param hasLongWholes whether a whole number may have more digits than a long or a double has
     */
    private record Looks(boolean isRecords, boolean mayRound, boolean hasLongWholes) {
        String pointer(String name) {
            return isRecords
                    ? CsvScan.quoted("/" + name.replace("~", "~0").replace("/", "~1"))
                    : "'$'";
        }
    }

    private Looks looks() throws IOException, SQLException {
        var sql =
                "SELECT count(*) > 0, coalesce(bool_and(json_type(json) = 'OBJECT') FILTER (json_type(json) != 'NULL'), false),"
                        + " coalesce(bool_or(%s), false), coalesce(bool_or(odd), false) FROM (SELECT json, %s AS odd FROM %s)";
        var found = new boolean[4];
        queries.row(
                sql.formatted(JsonNumbers.mayRound("odd"), JsonNumbers.ODD, objects()),
                row -> {
                    for (int i = 0; i < found.length; i++) {
                        found[i] = row.getBoolean(i + 1);
                    }
                    return found;
                });
        if (!found[0]) {
            throw BadFile.because(
                    "%s holds no rows, and without one it has no columns: a table is %s"
                            .formatted(
                                    source.file().getFileName(),
                                    source.format() == Format.JSON
                                            ? "an array of objects, such as [{\"a\": 1}]"
                                            : "one object a line, such as {\"a\": 1}"));
        }
        return new Looks(found[1], found[2], !found[1] || found[3]);
    }

    /** DuckDB makes one column of objects with such a key, named {@code json} as where rows are no objects. */
    private void refuseNameless(Set<String> names) throws IOException, SQLException {
        if (names.equals(Set.of("json")) && keys().contains("")) {
            throw BadFile.because(
                    "%s has a key without a name, \"\", and a table's columns have names; give it one in the file"
                            .formatted(source.file().getFileName()));
        }
    }

    private List<String> keys() throws SQLException {
        return queries.ask(
                "SELECT DISTINCT unnest(json_keys(json)) AS key FROM "
                        + objects()
                        + " ORDER BY key",
                rows -> {
                    var all = new ArrayList<String>();
                    while (rows.next()) {
                        all.add(rows.getString(1));
                    }
                    return all;
                });
    }

    /** DuckDB numbers keys that differ in case only, and then the file has no such keys. */
    private void refuseTwins(Set<String> names) throws IOException, SQLException {
        if (names.stream().noneMatch(name -> isNumbered(name, names))) {
            return;
        }
        var keys = keys();
        for (var key : keys) {
            var twins = keys.stream().filter(key::equalsIgnoreCase).toList();
            if (twins.size() > 1) {
                throw BadFile.because(
                        "%s has the keys '%s', which differ in case only, and a table's columns do not; rename all but one of them in the file"
                                .formatted(
                                        source.file().getFileName(), String.join("', '", twins)));
            }
        }
    }

    private static boolean isNumbered(String name, Set<String> names) {
        var plain = name.replaceFirst("_[0-9]+$", "");
        return !plain.equals(name) && names.stream().anyMatch(plain::equalsIgnoreCase);
    }

    /** A UUID that is read as one is written in small letters. */
    private static String kept(String type) {
        return type.replaceAll("\\bUUID" + TYPE_END, "VARCHAR");
    }

    private static String read(String type) {
        return "JSON".equals(type)
                ? "VARCHAR"
                : type.replaceAll("\\b(UBIGINT|HUGEINT)" + TYPE_END, "BIGINT");
    }

    private static boolean isNested(String type) {
        return type.contains("(") || type.contains("[");
    }

    /** Of many or of rare keys DuckDB would make one map, in a column that the file has not. */
    private Map<String, String> types(String sample) throws SQLException {
        var sql =
                "DESCRIBE FROM read_json(%s, format = '%s', dateformat = 'iso', map_inference_threshold = -1%s)"
                        .formatted(file(), format(), sample);
        return queries.ask(
                sql,
                rows -> {
                    var types = new LinkedHashMap<String, String>();
                    while (rows.next()) {
                        types.put(rows.getString("column_name"), rows.getString("column_type"));
                    }
                    return types;
                });
    }

    /** Returns the columns in which a whole number would lose digits. */
    private Set<String> changed(Map<String, String> types, Looks looks) throws SQLException {
        return looks.hasLongWholes()
                ? answered(types, looks, "UBIGINT|HUGEINT|DOUBLE", JsonScan::question, objects())
                : Set.of();
    }

    /** Returns the columns, of those with some types, of which something is true in a row. */
    private Set<String> answered(
            Map<String, String> types,
            Looks looks,
            String wanted,
            BinaryOperator<String> question,
            String rows)
            throws SQLException {
        var asked = new ArrayList<String>();
        var questions = new ArrayList<String>();
        types.forEach(
                (name, type) -> {
                    if (type.matches(".*(" + wanted + ").*")) {
                        asked.add(name);
                        questions.add(
                                "coalesce(bool_or("
                                        + question.apply(type, looks.pointer(name))
                                        + "), false)");
                    }
                });
        var found = new HashSet<String>();
        if (asked.isEmpty()) {
            return found;
        }
        return queries.row(
                "SELECT %s FROM %s".formatted(String.join(", ", questions), rows),
                answer -> {
                    for (int i = 0; i < asked.size(); i++) {
                        if (answer.getBoolean(i + 1)) {
                            found.add(asked.get(i));
                        }
                    }
                    return found;
                });
    }

    private static String question(String type, String pointer) {
        var text = "json_extract_string(json, " + pointer + ")";
        return isNested(type)
                ? "regexp_matches(%s, %s)".formatted(text, CsvScan.quoted(LONG_WHOLE))
                : "DOUBLE".equals(type)
                        ? NumberReadings.isRounded(text)
                        : "TRY_CAST(" + text + " AS BIGINT) IS NULL AND " + text + " IS NOT NULL";
    }

    private String objects() {
        return "read_json_objects(%s, format = '%s')".formatted(file(), format());
    }

    private String file() {
        return CsvScan.quoted(source.file().toString());
    }

    private String format() {
        return source.format() == Format.JSON ? "array" : "newline_delimited";
    }
}
