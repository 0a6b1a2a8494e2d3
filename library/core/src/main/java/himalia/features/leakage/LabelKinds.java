package himalia.features.leakage;

import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables whose label may be of another kind than what was learnt from: a class is a text, whatever the column holds, and a CSV file
 * makes a number of "1" and a truth of "true". Each is asked by the kind of which it knows most rows again.
 */
final class LabelKinds {
    private static final Map<String, Double> TRUTHS = Map.of("true", 1.0, "false", 0.0);

    private final String label;
    private final List<Fitted> fitted;
    private final List<Kind> kinds = new ArrayList<>();

    LabelKinds(Table train, Table test, String label, List<Fitted> fitted, List<Table> origins) {
        this.label = label;
        this.fitted = fitted;
        if (fitted.isEmpty()) {
            return;
        }
        for (UnaryOperator<Table> as :
                List.<UnaryOperator<Table>>of(table -> table, this::asTexts, this::asNumbers)) {
            kinds.add(new Kind(as.apply(train), as.apply(test), origins.stream().map(as).toList()));
        }
    }

    /** Returns what is known of those that have learnt from rows, by tables as they are, or with a label of their kind. */
    List<Leak> leaks(FittedOnTest asTheyAre) {
        var found = fitted.stream().map(this::of).toList();
        if (found.stream().allMatch(kind -> kind == kinds.get(0))) {
            return asTheyAre.leaks();
        }
        return IntStream.range(0, found.size())
                .mapToObj(each -> found.get(each).check(label, fitted).leaks(fitted.get(each)))
                .flatMap(List::stream)
                .toList();
    }

    private Kind of(Fitted each) {
        var best = kinds.get(0);
        int most = best.known(each);
        for (var kind : kinds) {
            int known = most < each.provenance().rows().rows() ? kind.known(each) : most;
            if (known > most) {
                most = known;
                best = kind;
            }
        }
        return best;
    }

    /** Tables of one kind of label. */
    private record Kind(Table train, Table test, List<Table> origins) {
        private int known(Fitted each) {
            return each.provenance().rows().areKnown()
                    ? Stream.concat(Stream.of(train, test), origins.stream())
                            .mapToInt(each.provenance()::seenIn)
                            .sum()
                    : 0;
        }

        private FittedOnTest check(String label, List<Fitted> fitted) {
            return new FittedOnTest(train, test, label, fitted, origins);
        }
    }

    private Table asTexts(Table table) {
        if (!table.containsColumn(label) || table.column(label) instanceof StringColumn) {
            return table;
        }
        var column = table.column(label);
        var texts =
                StringColumn.create(
                        label,
                        IntStream.range(0, column.size())
                                .mapToObj(
                                        row ->
                                                Tables.isMissing(column, row)
                                                        ? ""
                                                        : Tables.level(column, row)));
        return with(table, texts);
    }

    /** Truths count as numbers; a text that is neither leaves a table as it is. */
    private Table asNumbers(Table table) {
        if (!table.containsColumn(label) || !(table.column(label) instanceof StringColumn texts)) {
            return table;
        }
        try {
            var numbers =
                    IntStream.range(0, texts.size())
                            .mapToDouble(
                                    row ->
                                            Tables.isMissing(texts, row)
                                                    ? Double.NaN
                                                    : number(texts.get(row)))
                            .toArray();
            return with(table, DoubleColumn.create(label, numbers));
        } catch (NumberFormatException e) {
            return table;
        }
    }

    private static double number(String text) {
        var truth = TRUTHS.get(text);
        return truth == null ? Double.parseDouble(text) : truth;
    }

    private Table with(Table table, Column<?> labels) {
        var names = table.columnNames().toArray(String[]::new);
        return table.selectColumns(names).replaceColumn(label, labels);
    }
}
