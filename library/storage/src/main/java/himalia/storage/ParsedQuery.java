package himalia.storage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What DuckDB takes a query for. */
final class ParsedQuery {
    /** Takes the query. */
    static final String ASKING = "SELECT json_serialize_sql(?::VARCHAR)";

    private ParsedQuery() {}

    /** Returns what it is made of; nothing with {@code statements} in it where DuckDB cannot tell. */
    static JsonObject of(PreparedStatement asking, String sql) throws SQLException {
        asking.setString(1, sql);
        try (var found = asking.executeQuery()) {
            found.next();
            return JsonParser.parseString(found.getString(1)).getAsJsonObject();
        }
    }

    /** Returns the node of a query that is one statement. */
    static Optional<JsonObject> only(JsonObject parsed) {
        var statements = objects(parsed, "statements");
        return statements.size() == 1
                ? Optional.of(statements.get(0).getAsJsonObject("node"))
                : Optional.empty();
    }

    static String text(JsonObject object, String key) {
        var value = object.get(key);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    static List<String> texts(JsonObject object, String key) {
        return elements(object, key).stream().map(JsonElement::getAsString).toList();
    }

    static List<JsonObject> objects(JsonObject object, String key) {
        return elements(object, key).stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static List<JsonElement> elements(JsonObject object, String key) {
        return object.get(key) instanceof JsonArray array
                ? StreamSupport.stream(array.spliterator(), false).toList()
                : List.of();
    }

    /** Returns whether it says nothing there. */
    static boolean isEmpty(JsonObject object, String key) {
        var value = object.get(key);
        return value == null
                || value.isJsonNull()
                || value instanceof JsonArray array && array.isEmpty()
                || value.isJsonPrimitive() && value.getAsString().isEmpty();
    }
}
