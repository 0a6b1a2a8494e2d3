package himalia.storage;

import static himalia.storage.ParsedQuery.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells whether a query gives the same rows as long as the tables that are known do; DuckDB says what it is made of. */
final class RepeatableQuery {
    /** They read nothing. */
    private static final Set<String> PURE = Set.of("range", "generate_series", "unnest");

    /** Those that may be asked for without brackets, as if they were columns, and two that DuckDB takes for constant. */
    private static final Set<String> TIMES =
            Set.of(
                    "current_time",
                    "current_timestamp",
                    "localtime",
                    "localtimestamp",
                    "current_localtime",
                    "current_localtimestamp");

    private final Set<String> tables = new HashSet<>();
    private final Set<String> changing;

    private RepeatableQuery(Collection<String> tables, Set<String> changing) {
        tables.forEach(table -> this.tables.add(lower(table)));
        this.changing = changing;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static boolean is(EltDatabase duck, String sql, Collection<String> tables) throws SQLException {
        var parsed = parsed(duck, sql);
        // What DuckDB cannot tell about, such as a pivot, may be made of anything.
        if (!parsed.has("statements")) {
            return false;
        }
        var query = new RepeatableQuery(tables, changing(duck));
        query.addNamesWithin(parsed);
        return query.is(parsed);
    }

    /** What DuckDB takes it for; nothing in it where it cannot tell. */
    static JsonObject parsed(EltDatabase duck, String sql) throws SQLException {
        try (var asking = duck.prepare(ParsedQuery.ASKING)) {
            return ParsedQuery.of(asking, sql);
        }
    }

    /** Functions of chance, time and settings, and all that a user has made. */
    private static Set<String> changing(EltDatabase duck) throws SQLException {
        var names = new HashSet<>(TIMES);
        try (var asked =
                        duck.prepare(
                                "SELECT lower(function_name) FROM duckdb_functions()"
                                        + " WHERE stability <> 'CONSISTENT' OR macro_definition IS NOT NULL"
                                        + " AND (NOT internal OR regexp_matches(macro_definition, '(now|random)\\(|current_'))");
                var found = asked.executeQuery()) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    /** Names that a {@code with} gives. */
    private void addNamesWithin(JsonElement part) {
        if (part.isJsonArray()) {
            part.getAsJsonArray().forEach(this::addNamesWithin);
        } else if (part.isJsonObject()) {
            var object = part.getAsJsonObject();
            if (object.get("cte_map") instanceof JsonObject named) {
                named.getAsJsonArray("map")
                        .forEach(each -> tables.add(lower(text(each.getAsJsonObject(), "key"))));
            }
            object.asMap().values().forEach(this::addNamesWithin);
        }
    }

    private boolean is(JsonElement part) {
        if (part.isJsonArray()) {
            return part.getAsJsonArray().asList().stream().allMatch(this::is);
        }
        if (!part.isJsonObject()) {
            return true;
        }
        var object = part.getAsJsonObject();
        boolean isItself =
                switch (text(object, "type")) {
                    case "BASE_TABLE" -> isKnown(object);
                    case "TABLE_FUNCTION" ->
                            PURE.contains(
                                    text(object.getAsJsonObject("function"), "function_name"));
                    case "COLUMN_REF" -> !isTime(object);
                    case "SHOW_REF" -> false;
                    default -> true;
                };
        return isItself
                && !(object.get("sample") instanceof JsonObject)
                && !changing.contains(lower(text(object, "function_name")))
                && !isAgeByNow(object)
                && object.asMap().values().stream().allMatch(this::is);
    }

    private boolean isKnown(JsonObject table) {
        return text(table, "catalog_name").isEmpty()
                && text(table, "schema_name").isEmpty()
                && tables.contains(lower(text(table, "table_name")));
    }

    /** Of one time it is the age today, which DuckDB takes for constant. */
    private static boolean isAgeByNow(JsonObject part) {
        return lower(text(part, "function_name")).equals("age")
                && part.get("arguments") instanceof JsonArray times
                && times.size() == 1;
    }

    private boolean isTime(JsonObject column) {
        var names = column.getAsJsonArray("column_names");
        return names.size() == 1 && changing.contains(lower(names.get(0).getAsString()));
    }
}
