package himalia.storage;

import static himalia.storage.ParsedQuery.isEmpty;
import static himalia.storage.ParsedQuery.objects;
import static himalia.storage.ParsedQuery.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which columns of tables a query may read: those whose names stand in it, unless it may mean others. */
final class ReadColumns {
    /** Parts of a query that read no column which they do not name. */
    private static final Set<String> PLAIN =
            Set.of(
                    "SELECT_NODE",
                    "SET_OPERATION_NODE",
                    "BASE_TABLE",
                    "JOIN",
                    "SUBQUERY",
                    "EMPTY",
                    "ORDER_MODIFIER",
                    "LIMIT_MODIFIER",
                    "LIMIT_PERCENT_MODIFIER",
                    "DISTINCT_MODIFIER",
                    "ORDER_DEFAULT",
                    "ASCENDING",
                    "DESCENDING");

    /** Classes of expressions of which the same is true. */
    private static final Set<String> EXPRESSIONS =
            Set.of(
                    "COLUMN_REF",
                    "CONSTANT",
                    "FUNCTION",
                    "COMPARISON",
                    "CONJUNCTION",
                    "OPERATOR",
                    "CAST",
                    "TYPE",
                    "CASE",
                    "BETWEEN",
                    "SUBQUERY",
                    "WINDOW",
                    "PARAMETER");

    private final Set<String> tables;
    private final Set<String> written = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> references = new HashSet<>();

    private ReadColumns(Set<String> tables) {
        this.tables = new HashSet<>(tables);
    }

    /**
     * Returns whether a column of some name may be read.
     *
     * @param parsed what DuckDB takes the query for, if it is one
     * @param tables names, in small letters, of tables that are as they are, and no views over others
     * @param mayHaveViews whether a name that a {@code with} gives may mean a view of the user's elsewhere in the query
     */
    static Predicate<String> of(
            Optional<JsonObject> parsed, Set<String> tables, boolean mayHaveViews) {
        var read = new ReadColumns(tables);
        if (!mayHaveViews) {
            parsed.ifPresent(read::addNamed);
        }
        boolean isPlain = parsed.isPresent() && read.isPlain(parsed.get()) && !read.hasRows();
        return name -> !isPlain || read.written.contains(FoldedName.of(name));
    }

    /** Queries that a {@code with} names are tables, too. */
    private void addNamed(JsonElement part) {
        if (part.isJsonArray()) {
            part.getAsJsonArray().forEach(this::addNamed);
        } else if (part instanceof JsonObject object) {
            if (object.get("cte_map") instanceof JsonObject named) {
                objects(named, "map").forEach(each -> tables.add(FoldedName.of(text(each, "key"))));
            }
            object.asMap().values().forEach(this::addNamed);
        }
    }

    /** Notes all that is written, whatever it is: a column may stand in many places. */
    private boolean isPlain(JsonElement part) {
        if (part.isJsonArray()) {
            return part.getAsJsonArray().asList().stream().allMatch(this::isPlain);
        }
        if (part.isJsonPrimitive()) {
            written.add(FoldedName.of(part.getAsString()));
            return true;
        }
        if (!(part instanceof JsonObject object)) {
            return true;
        }
        return isPlainItself(object) && object.asMap().values().stream().allMatch(this::isPlain);
    }

    private boolean isPlainItself(JsonObject object) {
        var type = text(object, "type");
        if (type.equals("BASE_TABLE")) {
            names.add(FoldedName.of(text(object, "table_name")));
        }
        if (type.equals("BASE_TABLE") || type.equals("JOIN") || type.equals("SUBQUERY")) {
            names.add(FoldedName.of(text(object, "alias")));
        }
        if (type.equals("COLUMN_REF")) {
            var path = ParsedQuery.texts(object, "column_names");
            references.add(FoldedName.of(path.get(path.size() - 1)));
        }
        return (type.isEmpty() || PLAIN.contains(type) || isPlainExpression(object))
                && !text(object, "ref_type").equals("NATURAL")
                && (!type.equals("BASE_TABLE") || isKnown(object));
    }

    /** Returns whether all of an expression, and of the queries in it, says by name what it means. */
    static boolean namesAll(JsonElement part) {
        if (part.isJsonArray()) {
            return part.getAsJsonArray().asList().stream().allMatch(ReadColumns::namesAll);
        }
        return !(part instanceof JsonObject object)
                || (text(object, "class").isEmpty() || EXPRESSIONS.contains(text(object, "class")))
                        && object.asMap().values().stream().allMatch(ReadColumns::namesAll);
    }

    /** A table before a function is its first argument, and a column may be. */
    private static boolean isPlainExpression(JsonObject object) {
        return EXPRESSIONS.contains(text(object, "class"))
                && isEmpty(object, "schema")
                && isEmpty(object, "catalog");
    }

    private boolean isKnown(JsonObject table) {
        // Names that are given to columns by their places hide their own: from t as q(a, b).
        return isEmpty(table, "catalog_name")
                && isEmpty(table, "schema_name")
                && isEmpty(table, "column_name_alias")
                && tables.contains(FoldedName.of(text(table, "table_name")));
    }

    /** Returns whether a table may stand for its rows, as in {@code select t from t}. */
    private boolean hasRows() {
        return references.stream().anyMatch(names::contains);
    }
}
