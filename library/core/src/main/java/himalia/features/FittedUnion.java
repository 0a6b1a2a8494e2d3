package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Fitted steps side by side.
 *
 * @param names of each step, what becomes of the columns that it makes: its own names, and those in the end
 */
record FittedUnion(
        FeatureUnion step,
        List<Feature> reads,
        List<FittedStep> steps,
        List<Map<String, String>> names,
        Provenance provenance)
        implements SharingStep {
    FittedUnion {
        reads = List.copyOf(reads);
        steps = List.copyOf(steps);
        names =
                names.stream()
                        .map(each -> Collections.unmodifiableMap(new LinkedHashMap<>(each)))
                        .toList();
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public FittedUnion withoutRows() {
        return new FittedUnion(
                step,
                reads,
                steps.stream().map(FittedStep::withoutRows).toList(),
                names,
                Provenance.UNKNOWN);
    }

    @Override
    public Table sharing(Table table) {
        return joined(table, steps.stream().map(each -> Handed.apply(each, table)).toList());
    }

    /** Puts what the steps have made in the place of the first column that is read. */
    Table joined(Table table, List<Table> done) {
        if (reads.isEmpty()) {
            return table;
        }
        var made = new ArrayList<Column<?>>();
        for (int each = 0; each < done.size(); each++) {
            var rows = done.get(each);
            names.get(each)
                    .forEach(
                            (name, last) -> {
                                var column = rows.column(name);
                                made.add(name.equals(last) ? column : column.copy().setName(last));
                            });
        }
        Map<String, List<Column<?>>> instead = new HashMap<>();
        reads.forEach(read -> instead.put(read.name(), List.of()));
        var first =
                table.columnNames().stream().filter(instead::containsKey).findFirst().orElse("");
        instead.put(first, made);
        return Columns.replaced(table, instead, step.name());
    }

    /** What a step reads is kept under another name while it works, and what it makes until all have worked. */
    @Override
    public String sql(String from) {
        var made = names.stream().flatMap(each -> each.values().stream()).toList();
        var query = NewColumns.free(from, made, reads, step.name());
        var gone = new ArrayList<>(reads.stream().map(Feature::name).toList());
        var last = new LinkedHashMap<String, String>();
        for (int each = 0; each < steps.size(); each++) {
            query = "(" + asideSql(each, query) + ")";
            for (var name : names.get(each).entrySet()) {
                gone.add(aside(each, name.getKey()));
                last.put(name.getValue(), SqlText.name(aside(each, name.getKey())));
            }
        }
        return SqlText.bounded(exchanged(gone, last, query), step.name());
    }

    /** Writes a query that leaves what a step reads, and puts what it makes aside. */
    private String asideSql(int each, String from) {
        var step = steps.get(each);
        var kept = new LinkedHashMap<String, String>();
        var there = new TreeSet<>(names.get(each).keySet());
        var back = new LinkedHashMap<String, String>();
        for (var read : step.reads()) {
            var meanwhile = "(kept " + read.name() + ")";
            kept.put(meanwhile, SqlText.name(read.name()));
            there.add(meanwhile);
            back.put(read.name(), SqlText.name(meanwhile));
            if (step.step() instanceof MissingIndicator) {
                there.add(read.name());
            }
        }
        names.get(each).keySet().forEach(name -> back.put(aside(each, name), SqlText.name(name)));
        return exchanged(there, back, "(" + step.sql("(" + SqlText.adding(kept, from) + ")") + ")");
    }

    private static String aside(int step, String name) {
        return "(%s %s)".formatted(step, name);
    }

    private static String exchanged(
            Collection<String> gone, Map<String, String> added, String query) {
        var without =
                gone.isEmpty()
                        ? ""
                        : gone.stream()
                                .map(SqlText::name)
                                .collect(Collectors.joining(", ", " EXCLUDE (", ")"));
        var with =
                added.entrySet().stream()
                        .map(each -> ", " + each.getValue() + " AS " + SqlText.name(each.getKey()))
                        .collect(Collectors.joining());
        return "SELECT *%s%s FROM %s".formatted(without, with, query);
    }

    @Override
    public void onnx(OnnxGraph graph) {
        if (reads.isEmpty()) {
            return;
        }
        var before = graph.columns();
        var made = new LinkedHashMap<String, OnnxValue>();
        for (int each = 0; each < steps.size(); each++) {
            graph.columns(before);
            steps.get(each).onnx(graph);
            names.get(each).forEach((name, last) -> made.put(last, graph.column(name)));
        }
        graph.columns(before);
        Map<String, Map<String, OnnxValue>> instead = new LinkedHashMap<>();
        reads.forEach(read -> instead.put(read.name(), Map.of()));
        instead.put(reads.get(0).name(), made);
        graph.replace(instead);
    }
}
