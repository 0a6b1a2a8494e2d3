package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The directions in which the rows to learn from differ most.
 *
 * <pre>{@code
 * FittedPca two = new Pca(2).fit(train, "churned");
 * double[] first = two.components()[0];
 * }</pre>
 *
 * @param names the columns that come
 * @param means the mean of each column
 * @param components the directions, each of length 1
 * @param explainedVarianceRatio which share of the variance each tells
 * @param singularValues the root of the sum of squares along each
 */
public record FittedPca(
        Pca step,
        List<Feature> reads,
        List<String> names,
        double[] means,
        double[][] components,
        double[] explainedVarianceRatio,
        double[] singularValues,
        Provenance provenance)
        implements FittedStep {
    public FittedPca {
        given(step, "step");
        given(reads, "reads");
        given(names, "names");
        given(means, "means");
        given(components, "components");
        given(explainedVarianceRatio, "explainedVarianceRatio");
        given(singularValues, "singularValues");
        given(provenance, "provenance");
        reads = List.copyOf(reads);
        names = List.copyOf(names);
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public FittedPca withoutRows() {
        return new FittedPca(
                step,
                reads,
                names,
                means,
                components,
                explainedVarianceRatio,
                singularValues,
                Provenance.UNKNOWN);
    }

    @Override
    public Table apply(Table table) {
        var numbers = Columns.numbers(table, reads, step.name());
        for (var read : reads) {
            NumberColumns.refuseMissing(table.numberColumn(read.name()), step.name());
        }
        var made = new ArrayList<Column<?>>();
        var interrupt = new InterruptCheck();
        for (int k = 0; k < components.length; k++) {
            interrupt.ask();
            var values = new double[table.rowCount()];
            for (int j = 0; j < numbers.length; j++) {
                for (int row = 0; row < values.length; row++) {
                    values[row] += components[k][j] * (numbers[j][row] - means[j]);
                }
            }
            made.add(DoubleColumn.create(names.get(k), values));
        }
        Map<String, List<Column<?>>> instead = new HashMap<>();
        reads.forEach(read -> instead.put(read.name(), List.of()));
        instead.put(reads.get(0).name(), made);
        return Columns.own(Columns.replaced(table, instead, step.name()), table);
    }

    @Override
    public String sql(String from) {
        Map<String, Map<String, String>> instead = new LinkedHashMap<>();
        reads.forEach(read -> instead.put(read.name(), Map.of()));
        var made = new LinkedHashMap<String, String>();
        for (int k = 0; k < components.length; k++) {
            var factors = components[k];
            var sum =
                    IntStream.range(0, factors.length)
                            .mapToObj(
                                    j ->
                                            "%s * (%s - %s)"
                                                    .formatted(
                                                            SqlText.number(factors[j]),
                                                            SqlText.number(reads.get(j)),
                                                            SqlText.number(means[j])))
                            .collect(Collectors.joining(" + "));
            made.put(names.get(k), SqlText.whole(reads, sum, step.name()));
        }
        instead.put(reads.get(0).name(), made);
        return SqlText.bounded(
                SqlText.select(instead, NewColumns.free(from, names, reads, step.name())),
                step.name());
    }

    @Override
    public void onnx(OnnxGraph graph) {
        Map<String, Map<String, OnnxValue>> instead = new LinkedHashMap<>();
        reads.forEach(read -> instead.put(read.name(), Map.of()));
        var numbers = OnnxParts.finite(graph, reads, step.name());
        var factors = new double[means.length][components.length];
        for (int k = 0; k < components.length; k++) {
            for (int j = 0; j < means.length; j++) {
                factors[j][k] = components[k][j];
            }
        }
        var made =
                OnnxValue.beside(numbers)
                        .minus(graph.row(means))
                        .product(graph.table(factors))
                        .refusing(
                                OnnxValue.beside(numbers).sum().isMissing(),
                                step.name() + " takes no missing cells");
        instead.put(reads.get(0).name(), OnnxParts.named(names, made));
        graph.replace(instead);
    }
}
