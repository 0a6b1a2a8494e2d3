package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * A step that was fitted on some columns of a table, and gave new ones the names of others there: the new ones get other names.
 *
 * @param away what those others are called while the step works
 * @param made what the new columns are called in the end
 */
record RenamedStep(FittedStep fitted, Map<String, String> away, Map<String, String> made)
        implements SharingStep {
    RenamedStep {
        away = Map.copyOf(away);
        made = Map.copyOf(made);
    }

    /** Returns what a step has learnt on some of the columns of a table, such that it can be applied to all of them. */
    static LearntRows of(LearntRows learnt, Table own, Table all) {
        var others = new LinkedHashMap<String, String>();
        all.columnNames().stream()
                .filter(name -> !own.containsColumn(name))
                .forEach(name -> others.put(name.toLowerCase(Locale.ROOT), name));
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(all.columnNames());
        names.addAll(learnt.rows().columnNames());
        var taken = new ColumnNames(names);
        var away = new LinkedHashMap<String, String>();
        var made = new LinkedHashMap<String, String>();
        for (var name : learnt.rows().columnNames()) {
            var other = others.get(name.toLowerCase(Locale.ROOT));
            if (other != null) {
                made.put(name, taken.add(name));
                away.put(other, taken.add(other));
            }
        }
        return made.isEmpty()
                ? learnt
                : new LearntRows(
                        new RenamedStep(learnt.step(), away, made), renamed(learnt.rows(), made));
    }

    private static Table renamed(Table table, Map<String, String> names) {
        var done = Table.create(table.name());
        for (var column : table.columns()) {
            var name = names.get(column.name());
            done.addColumns(name == null ? column : column.copy().setName(name));
        }
        return done;
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public Step step() {
        return fitted.step();
    }

    @Override
    public List<Feature> reads() {
        return fitted.reads();
    }

    @Override
    public Provenance provenance() {
        return fitted.provenance();
    }

    @Override
    public RenamedStep withoutRows() {
        return new RenamedStep(fitted.withoutRows(), away, made);
    }

    @Override
    public Table sharing(Table table) {
        checkFree(table, away);
        var done = Handed.apply(fitted, renamed(table, away));
        checkFree(done, back());
        return renamed(done, back());
    }

    @Override
    public String sql(String from) {
        var free = NewColumns.free(from, made.values(), step().name());
        var inside = "(" + renaming(away, free) + ")";
        return renaming(back(), "(" + fitted.sql(inside) + ")");
    }

    @Override
    public void onnx(OnnxGraph graph) {
        rename(away, graph);
        fitted.onnx(graph);
        rename(back(), graph);
    }

    private static void rename(Map<String, String> names, OnnxGraph graph) {
        var columns = new LinkedHashMap<String, OnnxValue>();
        graph.columns()
                .forEach((name, value) -> columns.put(names.getOrDefault(name, name), value));
        graph.columns(columns);
    }

    /** Refuses a column of the table that is called as one will be. */
    private void checkFree(Table table, Map<String, String> names) {
        var stay = table.columnNames().stream().filter(name -> !names.containsKey(name)).toList();
        NewColumns.checkFree(stay, names.values().stream(), step().name());
    }

    private Map<String, String> back() {
        var names = new LinkedHashMap<>(made);
        away.forEach((name, meanwhile) -> names.put(meanwhile, name));
        return names;
    }

    private static String renaming(Map<String, String> names, String from) {
        return "SELECT * EXCLUDE (%s), %s FROM %s"
                .formatted(
                        names.keySet().stream()
                                .map(SqlText::name)
                                .collect(Collectors.joining(", ")),
                        names.entrySet().stream()
                                .map(
                                        each ->
                                                SqlText.name(each.getKey())
                                                        + " AS "
                                                        + SqlText.name(each.getValue()))
                                .collect(Collectors.joining(", ")),
                        from);
    }
}
