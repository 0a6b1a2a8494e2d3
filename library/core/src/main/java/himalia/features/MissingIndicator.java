package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Puts beside a column with missing cells one that is 1 where a cell is missing, so that a model can learn from that too.
 *
 * <pre>{@code
 * Pipeline.of(new MissingIndicator(), new SimpleImputer())   // age, age_missing; then age is filled
 * }</pre>
 *
 * <p>As scikit-learn's, but that the column itself stays: an imputer that follows fills it.
 *
 * @param features which columns get one
 * @param columns which columns; empty for all
 */
public record MissingIndicator(Features features, List<String> columns) implements Step {
    /** Which columns get an indicator. */
    public enum Features {
        /** Those that miss something among the rows to learn from. */
        MISSING_ONLY,
        /** All. */
        ALL
    }

    public MissingIndicator {
        given(features, "features");
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Marks what is missing in columns, whether they miss something now or not. */
    public MissingIndicator(List<String> columns) {
        this(Features.ALL, columns);
    }

    /** Marks the same of the columns that are named, or what is missing in every column that misses something. */
    public MissingIndicator(String... columns) {
        this(
                given(columns, "columns").length == 0 ? Features.MISSING_ONLY : Features.ALL,
                Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table rows) {
        return fitted(rows, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table rows, List<String> others) {
        NumberColumns.refuseNoRows(rows);
        var chosen =
                Columns.chosen(rows, columns, feature -> true, name(), "anything").stream()
                        .filter(
                                feature ->
                                        features == Features.ALL
                                                || Tables.countMissing(rows.column(feature.name()))
                                                        > 0)
                        .toList();
        var taken = NewColumns.of(rows, List.of(), others);
        var rules =
                chosen.stream()
                        .<ColumnRule>map(
                                feature -> new Indicator(taken.add(feature.name() + "_missing")))
                        .toList();
        return new FittedRules(this, chosen, rules, Provenance.of(rows));
    }

    /** Puts one column beside another. */
    record Indicator(String name) implements ColumnRule {
        @Override
        public List<Column<?>> apply(Column<?> column) {
            var flags = new double[column.size()];
            for (int row = 0; row < flags.length; row++) {
                flags[row] = Tables.isMissing(column, row) ? 1 : 0;
            }
            var both = new ArrayList<Column<?>>();
            both.add(column);
            both.add(DoubleColumn.create(name, flags));
            return both;
        }

        @Override
        public Map<String, String> sql(Feature feature) {
            var both = new LinkedHashMap<String, String>();
            both.put(feature.name(), SqlText.name(feature.name()));
            both.put(name, "CASE WHEN " + SqlText.isMissing(feature) + " THEN 1 ELSE 0 END");
            return both;
        }

        @Override
        public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
            var both = new LinkedHashMap<String, OnnxValue>();
            both.put(feature.name(), column);
            both.put(name, column.isMissing().as(OnnxType.NUMBER));
            return both;
        }
    }
}
