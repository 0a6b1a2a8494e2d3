package himalia.featurestore;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.storage.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * SQL that makes one row of each. What it makes of a row is the same whatever other rows are asked for, and whenever: else
 * training would have other values than serving.
 */
final class RowSql implements UnaryOperator<Table> {
    private static final String INPUTS = "inputs";

    /** Those that are asked for without brackets, as if they were columns. */
    private static final Set<String> WORDS =
            Set.of(
                    "current_date",
                    "current_time",
                    "current_timestamp",
                    "localtime",
                    "localtimestamp");

    /** They change, and DuckDB does not say so. */
    private static final Set<String> TIMES =
            Set.of("current_localtime", "current_localtimestamp", "ago");

    private final String text;
    private volatile boolean isChecked;

    RowSql(String expressions) {
        // A comment at their end is over before the inputs are named.
        this.text = "select " + expressions + "\nfrom " + INPUTS;
    }

    /** What one call reads and gives belongs together, so rows come back in their order. */
    @Override
    public Table apply(Table inputs) {
        try (var sql = Sql.open()) {
            sql.with(INPUTS, inputs);
            // It may have come in a folder of somebody else's, and computes: it reads no files and
            // writes none.
            sql.run("set enable_external_access = false", List.of());
            sql.run("set lock_configuration = true", List.of());
            if (!isChecked) {
                check(sql);
                isChecked = true;
            }
            return sql.query(text);
        }
    }

    private void check(Sql sql) {
        var parsed =
                JsonParser.parseString(
                                sql.query("select json_serialize_sql(?::varchar)", text)
                                        .column(0)
                                        .getString(0))
                        .getAsJsonObject();
        // It is none that only reads, or none at all, which DuckDB then says.
        if (!(parsed.get("statements") instanceof JsonArray statements)) {
            return;
        }
        if (statements.size() > 1) {
            throw new IllegalArgumentException(
                    "its SQL is %d statements, and one is wanted: what would stand behind select"
                            .formatted(statements.size()));
        }
        var query = statements.get(0).getAsJsonObject().getAsJsonObject("node");
        if (!isPlain(query)) {
            throw new IllegalArgumentException(
                    "its SQL is more than what would stand behind select; it makes one row of each, so it has no where, order, limit or distinct, and reads no other table");
        }
        var looks = new Looks(aggregates(sql), changing(sql));
        looks.check(query.get("select_list"), true);
    }

    /** Returns whether a query gives a row for each of the inputs, in their order. */
    private static boolean isPlain(JsonObject query) {
        return text(query, "type").equals("SELECT_NODE")
                && isNothing(query.get("modifiers"))
                && isNothing(query.get("where_clause"))
                && isNothing(query.get("group_expressions"))
                && isNothing(query.get("having"))
                && isNothing(query.get("qualify"))
                && isNothing(query.get("sample"))
                && query.get("from_table") instanceof JsonObject from
                && text(from, "table_name").equals(INPUTS);
    }

    private static boolean isNothing(@Nullable JsonElement part) {
        return part == null || part.isJsonNull() || part instanceof JsonArray all && all.isEmpty();
    }

    private static Set<String> aggregates(Sql sql) {
        var names =
                names(
                        sql,
                        "select distinct lower(function_name) from duckdb_functions() where function_type = 'aggregate'");
        names.add("unnest");
        return names;
    }

    private static Set<String> changing(Sql sql) {
        var names =
                names(
                        sql,
                        "select distinct lower(function_name) from duckdb_functions() where stability <> 'CONSISTENT' and function_name <> 'error'");
        names.addAll(TIMES);
        return names;
    }

    private static Set<String> names(Sql sql, String query) {
        return new HashSet<>(sql.query(query).stringColumn(0).asList());
    }

    private static String text(JsonObject object, String key) {
        var value = object.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** Looks through expressions for what is not of one row. */
    private record Looks(Set<String> aggregates, Set<String> changing) {
        /**
         * Refuses what is not of one row.
         *
         * @param isOfInputs whether rows are those of the inputs, and not a list's within one of them
         */
        void check(JsonElement part, boolean isOfInputs) {
            if (part instanceof JsonArray all) {
                all.forEach(each -> check(each, isOfInputs));
            }
            if (!(part instanceof JsonObject object)) {
                return;
            }
            var kind = text(object, "class");
            var name = text(object, "function_name").toLowerCase(Locale.ROOT);
            if (kind.equals("WINDOW")) {
                throw refused(
                        "%s over (…), which sees other rows that are asked for; it gives one row for each, of that row alone",
                        name);
            }
            if (isOfInputs && aggregates.contains(name)) {
                throw refused(
                        "%s(…), which sees all rows; it gives one row for each, so its SQL has no aggregate",
                        name);
            }
            if (text(object, "type").equals("BASE_TABLE")) {
                throw refused(
                        "a query of %s, which sees other rows that are asked for; it gives one row for each, of that row alone",
                        text(object, "table_name"));
            }
            boolean isAge = name.equals("age") && arguments(object) == 1;
            var word = kind.equals("COLUMN_REF") ? column(object) : "";
            if (changing.contains(name) || isAge || WORDS.contains(word)) {
                throw refused(
                        "%s, which is another value each time; let rows that ask bring it in a column",
                        name + word);
            }
            boolean isInside = isOfInputs && !kind.equals("SUBQUERY");
            object.asMap().values().forEach(each -> check(each, isInside));
        }

        private static String column(JsonObject reference) {
            var names = reference.getAsJsonArray("column_names");
            return names.size() == 1 ? names.get(0).getAsString().toLowerCase(Locale.ROOT) : "";
        }

        private static int arguments(JsonObject function) {
            return function.get("arguments") instanceof JsonArray all ? all.size() : 0;
        }

        private static IllegalArgumentException refused(String words, String what) {
            return new IllegalArgumentException("its SQL has " + words.formatted(what));
        }
    }
}
