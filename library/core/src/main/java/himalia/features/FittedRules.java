package himalia.features;

import himalia.display.bundle.Amount;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.EachColumn;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A rule for each column that a step reads.
 *
 * @param rules those of the columns that it reads, in their order
 */
record FittedRules(Step step, List<Feature> reads, List<ColumnRule> rules, Provenance provenance)
        implements SharingStep {
    FittedRules {
        reads = List.copyOf(reads);
        rules = List.copyOf(rules);
    }

    /**
     * Learns a rule for each column of categories or texts.
     *
     * @param columns their names; none for all categories
     * @param rule learns that of the column of a name
     */
    static FittedRules ofCategories(
            Step step, Table features, List<String> columns, Function<String, ColumnRule> rule) {
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        feature -> Columns.areCategoriesOrTexts(feature, columns),
                        step.name(),
                        "categories");
        NumberColumns.refuseNoRows(features);
        var rules =
                EachColumn.of(
                        chosen.size(), features.rowCount(), i -> rule.apply(chosen.get(i).name()));
        return new FittedRules(step, chosen, rules, Provenance.of(features));
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public FittedRules withoutRows() {
        return new FittedRules(step, reads, rules, Provenance.UNKNOWN);
    }

    @Override
    public Table sharing(Table table) {
        var columns = reads.stream().map(read -> Tables.column(table, read.name())).toList();
        for (int i = 0; i < columns.size(); i++) {
            Columns.check(reads.get(i), columns.get(i), step.name());
            if (rules.get(i).isOfNumbers() && columns.get(i) instanceof NumericColumn<?> numbers) {
                NumberColumns.refuseInfinite(numbers, step.name());
            }
        }
        var done =
                EachColumn.of(
                        columns.size(), table.rowCount(), i -> rules.get(i).apply(columns.get(i)));
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            instead.put(reads.get(i).name(), done.get(i));
        }
        return Columns.replaced(table, instead, step.name());
    }

    @Override
    public String sql(String from) {
        Map<String, Map<String, String>> instead = new LinkedHashMap<>();
        for (int i = 0; i < reads.size(); i++) {
            var read = reads.get(i);
            instead.put(read.name(), new LinkedHashMap<>(rules.get(i).sql(read)));
        }
        var made = instead.values().stream().flatMap(each -> each.keySet().stream()).toList();
        var numbers =
                IntStream.range(0, reads.size())
                        .filter(i -> rules.get(i).isOfNumbers() && reads.get(i).type().isNumber())
                        .mapToObj(reads::get)
                        .toList();
        var finite =
                numbers.isEmpty()
                        ? Stream.<String>empty()
                        : Stream.of(SqlText.areFinite(numbers, step.name()));
        var refusals =
                Stream.concat(
                                finite,
                                IntStream.range(0, reads.size())
                                        .mapToObj(i -> rules.get(i).refusal(reads.get(i)))
                                        .flatMap(Optional::stream))
                        .collect(Collectors.joining(" AND "));
        return SqlText.bounded(
                SqlText.select(instead, NewColumns.free(from, made, reads, step.name()))
                        + (refusals.isEmpty() ? "" : " WHERE " + refusals),
                "%s for %s".formatted(step.name(), Amount.of(reads.size(), "column")));
    }

    @Override
    public void onnx(OnnxGraph graph) {
        Map<String, Map<String, OnnxValue>> instead = new LinkedHashMap<>();
        Map<Feature, OnnxValue> refused = new LinkedHashMap<>();
        for (int i = 0; i < reads.size(); i++) {
            var read = reads.get(i);
            var handed = graph.column(read.name());
            var column =
                    rules.get(i).isOfNumbers()
                            ? OnnxParts.finite(read, handed, step.name())
                            : handed;
            instead.put(read.name(), rules.get(i).onnx(read, column));
            rules.get(i).refused(read, column).ifPresent(rows -> refused.put(read, rows));
        }
        graph.replace(instead);
        refused.forEach((read, rows) -> refuse(graph, read, rows));
    }

    /** Nobody knows which columns are read in the end, so each of them ends the run. */
    private void refuse(OnnxGraph graph, Feature column, OnnxValue rows) {
        var message = UnknownLevel.message(column.name(), step.name(), OneHotRule.ignoring(column));
        var refusing = new LinkedHashMap<>(graph.columns());
        refusing.replaceAll((name, value) -> value.refusing(rows, message));
        graph.columns(refusing);
    }
}
