package himalia.storage;

import static himalia.storage.ParsedQuery.isEmpty;
import static himalia.storage.ParsedQuery.objects;
import static himalia.storage.ParsedQuery.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that gives numbers of rows where another gives the texts of a copied table: a database hands over a number faster
 * than a text, and the text is here. Only columns that are asked for as they are become numbers; what could mean something else
 * then stays a text.
 */
final class NumberedQuery {
    private static final Set<String> LASTING = Set.of("ORDER_MODIFIER", "LIMIT_MODIFIER");

    /** What may stand before a name that the list gives: {@code alias.who}. */
    private static final String LISTED = "alias";

    private final QueryTables tables;
    private final SplicedText text;
    private final Set<String> mentioned = new HashSet<>();

    /** Names that mean what is listed, under a new name or its own. */
    private final Set<String> listed = new HashSet<>();

    private final Map<QueryTables.Named, Integer> numbered = new HashMap<>();
    private final List<@Nullable NumberedTexts> columns = new ArrayList<>();

    private NumberedQuery(QueryTables tables, SplicedText text) {
        this.tables = tables;
        this.text = text;
    }

    /** A query in the place of another, and what its columns of numbers stand for; null is one that stays as it is. */
    record Rewritten(String sql, List<@Nullable NumberedTexts> columns) {}

    /**
     * Returns it, where something becomes a number.
     *
     * @param parsed what DuckDB takes the query for
     * @param copies the tables that were copied, by their names in small letters
     */
    static Optional<Rewritten> of(String sql, JsonObject parsed, Map<String, Copy> copies) {
        var node = ParsedQuery.only(parsed);
        if (node.isEmpty() || !isPlain(node.get()) || SplicedText.hasOtherSpaces(sql)) {
            return Optional.empty();
        }
        var text = new SplicedText(sql.getBytes(StandardCharsets.UTF_8));
        return QueryTables.of(node.get().getAsJsonObject("from_table"), copies, text)
                .filter(QueryTables::isLarge)
                .flatMap(tables -> new NumberedQuery(tables, text).rewritten(node.get()));
    }

    /** Each of its rows is one row of its tables, and says of it what is listed. */
    private static boolean isPlain(JsonObject node) {
        return text(node, "type").equals("SELECT_NODE")
                && text(node, "aggregate_handling").equals("STANDARD_HANDLING")
                && isEmpty(node.getAsJsonObject("cte_map"), "map")
                && isEmpty(node, "group_expressions")
                && isEmpty(node, "group_sets")
                && isEmpty(node, "having")
                && isEmpty(node, "sample")
                && isEmpty(node, "qualify")
                && objects(node, "modifiers").stream().allMatch(NumberedQuery::isLasting);
    }

    /** An order by the place of a column ({@code 1}, {@code #1}), or by all of them, is by what is listed. */
    private static boolean isLasting(JsonObject modifier) {
        return LASTING.contains(text(modifier, "type"))
                && objects(modifier, "orders").stream()
                        .map(order -> order.getAsJsonObject("expression"))
                        .allMatch(by -> !isConstant(by) && ReadColumns.namesAll(by));
    }

    private static boolean isConstant(JsonObject expression) {
        return text(expression, "class").equals("CONSTANT");
    }

    private Optional<Rewritten> rewritten(JsonObject node) {
        mention(node, mentioned);
        // An order is by what is listed under a name, rather than by a column of a table.
        mention(node.get("modifiers"), listed);
        if (mentioned.contains(QueryTables.ROW)) {
            return Optional.empty();
        }
        for (var item : objects(node, "select_list")) {
            if (text(item, "type").equals("STAR")) {
                if (!addAll(item)) {
                    return Optional.empty();
                }
            } else {
                add(item);
            }
        }
        if (numbered.isEmpty()) {
            return Optional.empty();
        }
        tables.splice();
        return Optional.of(new Rewritten(text.spliced(), columns));
    }

    /** Notes all names that a part mentions without a table before them. */
    private void mention(JsonElement part, Set<String> to) {
        if (part.isJsonArray()) {
            part.getAsJsonArray().forEach(each -> mention(each, to));
        } else if (part instanceof JsonObject object) {
            if (text(object, "type").equals("COLUMN_REF")) {
                var names = ParsedQuery.texts(object, "column_names");
                var last = FoldedName.of(names.get(names.size() - 1));
                if (names.size() == 1 || last.equals(QueryTables.ROW)) {
                    to.add(last);
                } else if (FoldedName.areSame(names.get(0), LISTED)) {
                    listed.add(FoldedName.of(names.get(1)));
                }
            }
            // A column may stand before the function that takes it: name.upper()
            to.add(FoldedName.of(text(object, "schema")));
            object.asMap().values().forEach(each -> mention(each, to));
        }
    }

    /** Returns whether another place may mean what is listed by its name, which a number does not have. */
    private boolean isMeant(String name, boolean isNew) {
        var folded = FoldedName.of(name);
        return listed.contains(folded) || isNew && mentioned.contains(folded);
    }

    private void add(JsonObject item) {
        var names = ParsedQuery.texts(item, "column_names");
        var alias = text(item, "alias");
        var column = tables.column(names);
        if (column.isEmpty()
                || isMeant(alias.isEmpty() ? column.get().name() : alias, !alias.isEmpty())
                || !column.get().isText()
                || !text.isAt(item, String.join(".", names))) {
            columns.add(null);
            return;
        }
        var found = column.get();
        if (alias.isEmpty() && !names.get(names.size() - 1).equals(found.name())) {
            columns.add(null);
            return;
        }
        text.replace(item, number(found, alias.isEmpty() ? found.name() : alias));
    }

    /** Returns what stands in the place of a text: the number of its row, which is asked for once. */
    private String number(QueryTables.Column column, String name) {
        var at = numbered.putIfAbsent(column.table(), columns.size());
        columns.add(
                new NumberedTexts(
                        name,
                        at == null ? columns.size() : at,
                        column.table().copy().texts(),
                        column.name()));
        return at == null ? column.table().row() : NumberedTexts.NOTHING;
    }

    /** Writes all columns that a star stands for; returns false where they are not known. */
    private boolean addAll(JsonObject star) {
        var all = tables.all(star);
        if (all.isEmpty()) {
            return false;
        }
        var written = new ArrayList<String>();
        for (var column : all.get()) {
            if (column.isText() && !isMeant(column.name(), false)) {
                written.add(number(column, column.name()));
            } else {
                columns.add(null);
                written.add(column.written());
            }
        }
        return text.replaceStar(star, String.join(", ", written));
    }
}
