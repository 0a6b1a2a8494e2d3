package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        implements FittedStep {
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
    public Table apply(Table table) {
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
        return Columns.replaced(table, instead);
    }

    /** What a step reads is kept under another name while it works, and what it makes until all have worked. */
    @Override
    public String sql(String from) {
        if (reads.isEmpty()) {
            return "SELECT * FROM " + from;
        }
        var query = from;
        var last = new LinkedHashMap<String, String>();
        for (int each = 0; each < steps.size(); each++) {
            var kept = new LinkedHashMap<String, String>();
            for (var read : steps.get(each).reads()) {
                kept.put("(kept " + read.name() + ")", SqlText.name(read.name()));
            }
            var done = steps.get(each).sql("(" + SqlText.adding(kept, query) + ")");
            var back = new LinkedHashMap<String, String>();
            var there = new ArrayList<>(kept.keySet());
            boolean leavesThem = steps.get(each).step() instanceof MissingIndicator;
            if (leavesThem) {
                steps.get(each).reads().forEach(read -> there.add(read.name()));
            }
            for (var name : names.get(each).keySet()) {
                var meanwhile = "(%d %s)".formatted(each, name);
                back.put(meanwhile, SqlText.name(name));
                last.put(names.get(each).get(name), SqlText.name(meanwhile));
                there.add(name);
            }
            kept.keySet()
                    .forEach(
                            name ->
                                    back.put(
                                            name.substring(6, name.length() - 1),
                                            SqlText.name(name)));
            query = "(" + exchanged(there, back, done) + ")";
        }
        var gone = new ArrayList<>(reads.stream().map(Feature::name).toList());
        for (int each = 0; each < steps.size(); each++) {
            for (var name : names.get(each).keySet()) {
                gone.add("(%d %s)".formatted(each, name));
            }
        }
        return exchanged(gone, last, query);
    }

    private static String exchanged(List<String> gone, Map<String, String> added, String query) {
        return "SELECT * EXCLUDE (%s)%s FROM (%s)"
                .formatted(
                        gone.stream().map(SqlText::name).collect(Collectors.joining(", ")),
                        added.entrySet().stream()
                                .map(
                                        each ->
                                                ", "
                                                        + each.getValue()
                                                        + " AS "
                                                        + SqlText.name(each.getKey()))
                                .collect(Collectors.joining()),
                        query);
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
