package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Brings columns of numbers to mean 0 and deviation 1.
 *
 * <pre>{@code
 * new StandardScaler().fit(train, "churned").apply(test)
 * }</pre>
 *
 * <p>Deviations are those of the rows themselves (divided by n), and a constant column becomes 0, as in scikit-learn's
 * {@code StandardScaler}. Missing cells are no values where it learns, and stay missing where it is applied.
 *
 * @param columns which columns; empty for all that hold numbers
 */
public record StandardScaler(List<String> columns) implements Step {
    public StandardScaler {
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Scales the columns that are named, or every column of numbers. */
    public StandardScaler(String... columns) {
        this(Columns.named(columns));
    }

    @Override
    public FittedStep fit(Table features) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var standardiser =
                Standardiser.ofColumns(
                        chosen.size(),
                        features.rowCount(),
                        j -> NumberColumns.present(features, chosen.get(j).name(), name()));
        return new FittedScaler(this, chosen, standardiser, Provenance.of(features));
    }

    /** The means and deviations that were learnt. */
    record FittedScaler(
            StandardScaler step,
            List<Feature> reads,
            Standardiser standardiser,
            Provenance provenance)
            implements SharingStep {
        @Override
        public String toString() {
            return Learnt.line(this);
        }

        @Override
        public FittedScaler withoutRows() {
            return new FittedScaler(step, reads, standardiser, Provenance.UNKNOWN);
        }

        @Override
        public Table sharing(Table table) {
            Map<String, List<Column<?>>> instead = new HashMap<>();
            for (int j = 0; j < reads.size(); j++) {
                var name = reads.get(j).name();
                var column = Tables.column(table, name);
                Columns.check(reads.get(j), column, step.name());
                NumberColumns.refuseInfinite((NumericColumn<?>) column, step.name());
                var numbers = Tables.doubles((NumericColumn<?>) column);
                var scaled = new double[numbers.length];
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] = standardiser.apply(j, numbers[i]);
                }
                instead.put(name, List.of(DoubleColumn.create(name, scaled)));
            }
            return Columns.replaced(table, instead, step.name());
        }

        @Override
        public String sql(String from) {
            Map<String, Map<String, String>> instead = new LinkedHashMap<>();
            for (int j = 0; j < reads.size(); j++) {
                var name = reads.get(j).name();
                var rule = Scaling.by(standardiser.means()[j], standardiser.deviations()[j]);
                var scaled = rule.sql(SqlText.number(reads.get(j)));
                instead.put(name, Map.of(name, scaled));
            }
            return SqlText.select(instead, from)
                    + " WHERE "
                    + SqlText.areFinite(reads, step.name());
        }

        @Override
        public void onnx(OnnxGraph graph) {
            Map<String, Map<String, OnnxValue>> instead = new LinkedHashMap<>();
            for (int j = 0; j < reads.size(); j++) {
                var name = reads.get(j).name();
                var rule = Scaling.by(standardiser.means()[j], standardiser.deviations()[j]);
                instead.put(
                        name,
                        Map.of(
                                name,
                                rule.onnx(
                                        OnnxParts.finite(
                                                reads.get(j), graph.column(name), step.name()))));
            }
            graph.replace(instead);
        }
    }
}
