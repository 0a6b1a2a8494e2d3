package himalia.storage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Tells whether a query reads a table, and not one of that name that its own {@code with} gives. */
final class SelfReading {
    private SelfReading() {}

    static boolean is(EltDatabase duck, String sql, String table) throws SQLException {
        var parsed = RepeatableQuery.parsed(duck, sql);
        return !gives(parsed, table) && reads(parsed, table);
    }

    private static boolean gives(JsonElement part, String table) {
        if (part instanceof JsonObject object
                && object.get("cte_map") instanceof JsonObject named
                && named.getAsJsonArray("map").asList().stream()
                        .anyMatch(each -> isNamed(each.getAsJsonObject(), "key", table))) {
            return true;
        }
        return any(part, each -> gives(each, table));
    }

    private static boolean reads(JsonElement part, String table) {
        if (part instanceof JsonObject object
                && ParsedQuery.text(object, "type").equals("BASE_TABLE")
                && isNamed(object, "table_name", table)
                && ParsedQuery.text(object, "catalog_name").isEmpty()) {
            return true;
        }
        return any(part, each -> reads(each, table));
    }

    private static boolean isNamed(JsonObject object, String key, String table) {
        return ParsedQuery.text(object, key).equalsIgnoreCase(table);
    }

    private static boolean any(JsonElement part, Predicate<JsonElement> test) {
        return part.isJsonArray()
                ? part.getAsJsonArray().asList().stream().anyMatch(test)
                : part.isJsonObject()
                        && part.getAsJsonObject().asMap().values().stream().anyMatch(test);
    }
}
