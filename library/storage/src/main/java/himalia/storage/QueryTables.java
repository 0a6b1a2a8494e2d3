package himalia.storage;

import static himalia.storage.ParsedQuery.isEmpty;
import static himalia.storage.ParsedQuery.text;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a query selects from: copied tables, and what else there is. */
final class QueryTables {
    /** DuckDB's name for the number of a row, which a view does not have. */
    static final String ROW = "rowid";

    /** In rows: of fewer, texts come in an instant. */
    private static final int MANY = 20_000;

    private final Map<String, Copy> copies;
    private final SplicedText text;
    private final List<Named> tables = new ArrayList<>();

    /** Whether there are columns of which nothing is known here. */
    private boolean hasOthers;

    /** Whether a star stands for other columns than all of all tables. */
    private boolean isMerged;

    private QueryTables(Map<String, Copy> copies, SplicedText text) {
        this.copies = copies;
        this.text = text;
    }

    /**
     * A copied table under the name that it has in a query.
     *
     * @param place where it is named there
     */
    record Named(String name, Copy copy, JsonObject place) {
        /** Fewer bytes are handed over faster. */
        String row() {
            var type =
                    copy.rows() <= 1 << Byte.SIZE
                            ? "UTINYINT"
                            : copy.rows() <= 1 << Short.SIZE ? "USMALLINT" : "INTEGER";
            return CsvScan.identifier(name) + "." + ROW + "::" + type;
        }
    }

    /** A column of a copied table, by its own name. */
    record Column(Named table, String name) {
        boolean isText() {
            return table.copy().texts().has(name);
        }

        String written() {
            return CsvScan.identifier(table.name()) + "." + CsvScan.identifier(name);
        }
    }

    /** Returns them; nothing where they have names that could mean two things. */
    static Optional<QueryTables> of(JsonObject from, Map<String, Copy> copies, SplicedText text) {
        var tables = new QueryTables(copies, text);
        if (!tables.add(from)) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        return tables.tables.stream().allMatch(each -> names.add(FoldedName.of(each.name())))
                ? Optional.of(tables)
                : Optional.empty();
    }

    private boolean add(JsonObject from) {
        switch (text(from, "type")) {
            case "JOIN" -> {
                isMerged |=
                        !isEmpty(from, "using_columns")
                                || text(from, "ref_type").equals("NATURAL")
                                || !Set.of("INNER", "LEFT", "RIGHT", "OUTER")
                                        .contains(text(from, "join_type"));
                return isEmpty(from, "alias")
                        && add(from.getAsJsonObject("left"))
                        && add(from.getAsJsonObject("right"));
            }
            case "BASE_TABLE" -> {
                var named = named(from);
                if (named == null) {
                    hasOthers = true;
                } else {
                    tables.add(named);
                }
                return true;
            }
            default -> {
                hasOthers = true;
                return true;
            }
        }
    }

    private @Nullable Named named(JsonObject from) {
        var name = text(from, "table_name");
        var alias = text(from, "alias");
        var copy = copies.get(FoldedName.of(name));
        boolean isPlain =
                isEmpty(from, "catalog_name")
                        && isEmpty(from, "schema_name")
                        && isEmpty(from, "sample")
                        && isEmpty(from, "at_clause")
                        && isEmpty(from, "column_name_alias");
        var written = Pattern.quote(name);
        if (!alias.isEmpty()) {
            written += "\\s+(?:as\\s+)?" + Pattern.quote(alias);
        }
        return copy != null
                        && isPlain
                        && copy.texts().name(ROW).isEmpty()
                        && Pattern.compile(written, Pattern.CASE_INSENSITIVE)
                                .matcher(text.written(from).replace("\"", ""))
                                .matches()
                ? new Named(alias.isEmpty() ? name : alias, copy, from)
                : null;
    }

    /** Returns whether the query may have many rows. */
    boolean isLarge() {
        return tables.stream().anyMatch(each -> each.copy().rows() >= MANY);
    }

    /** Returns the column that such names mean, if it is one of a copied table and of no other. */
    Optional<Column> column(List<String> names) {
        if (names.isEmpty() || names.size() > 2 || names.size() == 1 && hasOthers) {
            return Optional.empty();
        }
        var found = new ArrayList<Column>();
        for (var each : tables) {
            if (names.size() == 1 || FoldedName.areSame(each.name(), names.get(0))) {
                each.copy()
                        .texts()
                        .name(names.get(names.size() - 1))
                        .ifPresent(name -> found.add(new Column(each, name)));
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Returns the columns that a star stands for; nothing where they are not known. */
    Optional<List<Column>> all(JsonObject star) {
        var table = text(star, "relation_name");
        boolean isPlain =
                isEmpty(star, "exclude_list")
                        && isEmpty(star, "qualified_exclude_list")
                        && isEmpty(star, "replace_list")
                        && isEmpty(star, "rename_list")
                        && isEmpty(star, "expr")
                        && !text(star, "columns").equals("true");
        if (!isPlain || table.isEmpty() && (hasOthers || isMerged)) {
            return Optional.empty();
        }
        var columns =
                tables.stream()
                        .filter(each -> table.isEmpty() || FoldedName.areSame(each.name(), table))
                        .flatMap(
                                each ->
                                        each.copy().texts().names().stream()
                                                .map(name -> new Column(each, name)))
                        .toList();
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
    }

    /** Writes copies in the place of the views over them, which have no numbers of rows. */
    void splice() {
        for (var each : tables) {
            text.replace(
                    each.place(), each.copy().from() + " AS " + CsvScan.identifier(each.name()));
        }
    }
}
