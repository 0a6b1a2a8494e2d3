package himalia.featurestore;

import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Puts an answer together: features that are looked up, and those that are computed of them. Training and serving both come
 * here, and differ in where a view is looked up alone.
 */
final class Assembly {
    /** Looks up features of a view for the rows that ask. */
    interface Lookup {
        Found find(KnownView view, List<String> features);
    }

    private final Definitions definitions;
    private final Table rows;
    private final List<FeatureName> names;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, Table> computed = new LinkedHashMap<>();

    private Assembly(Definitions definitions, Table rows, List<FeatureName> names) {
        this.definitions = definitions;
        this.rows = rows;
        this.names = names;
    }

    static Assembly of(
            Definitions definitions, Table rows, List<FeatureName> names, Lookup lookup) {
        Definitions.checkDistinct(names, rows.columnNames());
        var assembly = new Assembly(definitions, rows, names);
        assembly.lookUp(lookup);
        return assembly;
    }

    /** Returns how many rows ask: what holds for all is asked for by no columns, and is one. */
    static int asking(Table rows) {
        return rows.columnCount() == 0 ? 1 : rows.rowCount();
    }

    private void lookUp(Lookup lookup) {
        var needed = new LinkedHashMap<String, Set<String>>();
        var onDemand = new LinkedHashMap<String, OnDemandView>();
        for (var name : names) {
            var view = definitions.onDemand(name.view());
            if (view.isEmpty()) {
                add(needed, name);
                continue;
            }
            onDemand.put(name.view(), view.get());
            view.get().sources().forEach(source -> add(needed, FeatureName.of(source)));
        }
        needed.forEach(
                (view, features) ->
                        found.put(
                                view, lookup.find(definitions.view(view), List.copyOf(features))));
        onDemand.forEach((name, view) -> computed.put(name, view.compute(inputs(view))));
    }

    private static void add(Map<String, Set<String>> needed, FeatureName name) {
        needed.computeIfAbsent(name.view(), view -> new LinkedHashSet<>()).add(name.feature());
    }

    /** What an on-demand view reads: features under their names, and columns of the rows that ask. */
    private Table inputs(OnDemandView view) {
        var columns = new LinkedHashMap<String, Column<?>>();
        for (var source : view.sources()) {
            var name = FeatureName.of(source);
            columns.put(name.called(), named(lookedUp(name), name.called()));
        }
        if (view.reads().isEmpty()) {
            rows.columns().forEach(column -> columns.putIfAbsent(column.name(), column));
        }
        for (var read : view.reads()) {
            if (!columns.containsKey(read)) {
                columns.put(read, asked(view, read));
            }
        }
        return Table.create("inputs", columns.values());
    }

    private Column<?> asked(OnDemandView view, String read) {
        if (!rows.containsColumn(read)) {
            throw new IllegalArgumentException(
                    "on-demand view '%s' reads '%s', which is no feature among its sources (%s), so the rows that ask need a column of that name"
                            .formatted(view.name(), read, String.join(", ", view.sources())));
        }
        return Cells.plain(rows.column(read));
    }

    private Column<?> lookedUp(FeatureName name) {
        var view = Objects.requireNonNull(found.get(name.view()));
        return Objects.requireNonNull(view.columns().get(name.feature()));
    }

    private Column<?> column(FeatureName name) {
        var table = computed.get(name.view());
        if (table == null) {
            return lookedUp(name);
        }
        if (!table.containsColumn(name.feature())) {
            throw DefinitionNames.unknownFeature(name.view(), name.feature(), table.columnNames());
        }
        return table.column(name.feature());
    }

    private static Column<?> named(Column<?> column, String name) {
        return column.name().equals(name) ? column : column.copy().setName(name);
    }

    /** Returns the rows that ask, and behind their columns the features. */
    Table table(String title) {
        var columns = new ArrayList<Column<?>>(rows.copy().columns());
        columns.addAll(features().columns());
        return Table.create(title, columns);
    }

    /** Returns the features alone, in the order in which they were asked for. */
    Table features() {
        var made = Table.create("features");
        for (var name : names) {
            made.addColumns(named(column(name), name.called()));
        }
        return made;
    }

    List<FeatureName> names() {
        return names;
    }

    /** Returns how a cell came about. */
    FieldStatus status(FeatureName name, int row) {
        var view = found.get(name.view());
        if (view != null) {
            return view.status(name.feature(), row);
        }
        return Tables.isMissing(column(name), row) ? FieldStatus.NULL_VALUE : FieldStatus.PRESENT;
    }

    /** Returns the time of the event behind a cell; missing where there is none, or it was computed. */
    long time(FeatureName name, int row) {
        var view = found.get(name.view());
        return view == null ? Moments.MISSING : view.times()[row];
    }
}
