package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.model.UnfitCell;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.EachColumn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Products of columns, which stand behind the last of them.
 *
 * @param products the columns that are multiplied, by their places among those it reads
 * @param names what the products are called
 */
record FittedProducts(
        PolynomialFeatures step,
        List<Feature> reads,
        int[][] products,
        List<String> names,
        Provenance provenance)
        implements SharingStep {
    FittedProducts {
        reads = List.copyOf(reads);
        names = List.copyOf(names);
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public FittedProducts withoutRows() {
        return new FittedProducts(step, reads, products, names, Provenance.UNKNOWN);
    }

    @Override
    public Map<String, List<String>> lineage() {
        var made = new LinkedHashMap<String, List<String>>();
        for (int k = 0; k < products.length; k++) {
            made.put(
                    names.get(k),
                    IntStream.of(products[k])
                            .distinct()
                            .mapToObj(factor -> reads.get(factor).name())
                            .toList());
        }
        return Lineage.adding(reads, made);
    }

    @Override
    public Table sharing(Table table) {
        NewColumns.checkRoom(names.size(), table.rowCount(), step.name());
        var numbers = Columns.numbers(table, reads, step.name());
        var made =
                EachColumn.<Column<?>>of(
                        products.length,
                        table.rowCount(),
                        k -> {
                            var values = new double[table.rowCount()];
                            Arrays.fill(values, 1);
                            for (int factor : products[k]) {
                                for (int row = 0; row < values.length; row++) {
                                    values[row] *= numbers[factor][row];
                                }
                            }
                            checkFinite(values, names.get(k));
                            return DoubleColumn.create(names.get(k), values);
                        });
        return NewColumns.behind(table, reads, made, step.name());
    }

    private static void checkFinite(double[] products, String name) {
        for (int row = 0; row < products.length; row++) {
            if (Double.isInfinite(products[row])) {
                throw new UnfitCell(
                        name,
                        row,
                        "is larger than a double holds",
                        "'%s' is larger than a double holds in row %d; bring its columns to scale before, by new StandardScaler()"
                                .formatted(name, row));
            }
        }
    }

    @Override
    public String sql(String from) {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (int k = 0; k < products.length; k++) {
            expressions.put(names.get(k), sql(k));
        }
        return SqlText.bounded(
                SqlText.adding(expressions, NewColumns.free(from, names, step.name())),
                step.name());
    }

    /** Writes a product, if its factors are finite, and it is. */
    private String sql(int k) {
        if (products[k].length == 0) {
            return "1e0";
        }
        var factors = IntStream.of(products[k]).distinct().mapToObj(reads::get).toList();
        var product =
                IntStream.of(products[k])
                        .mapToObj(factor -> SqlText.number(reads.get(factor)))
                        .collect(Collectors.joining(" * "));
        var kept =
                products[k].length == 1
                        ? product
                        : "CASE WHEN isinf(%1$s) THEN error(%2$s) ELSE %1$s END"
                                .formatted(product, SqlText.text(tooLarge(k)));
        return SqlText.finite(factors, kept, step.name());
    }

    private String tooLarge(int k) {
        return "'%s' is larger than a double holds".formatted(names.get(k));
    }

    @Override
    public void onnx(OnnxGraph graph) {
        var numbers = OnnxParts.finite(graph, reads, step.name());
        for (int k = 0; k < products.length; k++) {
            var product = IntStream.of(products[k]).mapToObj(numbers::get).reduce(OnnxValue::times);
            var one = graph.number(1);
            var tooLarge = tooLarge(k);
            graph.add(
                    names.get(k),
                    product.map(made -> made.refusing(made.isInfinite(), tooLarge))
                            .orElseGet(() -> numbers.get(0).isMissing().choose(one, one)));
        }
    }
}
