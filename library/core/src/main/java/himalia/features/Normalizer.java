package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Matrices;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Gives every row length 1 over its columns of numbers.
 *
 * <pre>{@code
 * new Normalizer().fit(train, "churned").apply(test)
 * new Normalizer(Normalizer.Norm.L1, "wheat", "rye", "oats").fit(train)   // shares
 * }</pre>
 *
 * <p>As scikit-learn's: a row of zeros stays as it is. Missing cells are refused, and rows that are longer than a double holds, or of which the sum of squares is.
 *
 * @param norm what length is
 * @param columns which columns; empty for all that hold numbers
 */
public record Normalizer(Norm norm, List<String> columns) implements Step {
    /** What the length of a row is. */
    public enum Norm {
        /** The sum of absolute values. */
        L1,
        /** The root of the sum of squares. */
        L2,
        /** The largest absolute value. */
        MAX
    }

    /** Squares of such numbers are smaller than a double holds with all digits. */
    private static final double SHORT = 1e-145;

    private static final double LONGER = 0x1p600;

    private static final String TOO_LONG =
            "%s is longer than a double can measure, and Normalizer divides by its length; bring its columns to scale before, by new MaxAbsScaler(), or divide them";

    public Normalizer {
        given(norm, "norm");
        given(columns, "columns");
        columns = List.copyOf(columns);
    }

    /** Gives every row length 1 over the columns that are named, or over all that hold numbers, in a norm. */
    public Normalizer(Norm norm, String... columns) {
        this(norm, Columns.named(columns));
    }

    /** Gives every row length 1 over columns, by squares. */
    public Normalizer(List<String> columns) {
        this(Norm.L2, columns);
    }

    /** Gives every row length 1 over the columns that are named, or over all that hold numbers. */
    public Normalizer(String... columns) {
        this(Columns.named(columns));
    }

    /** Returns true: it does the same whatever rows it was fitted on. */
    @Override
    public boolean isStateless() {
        return true;
    }

    @Override
    public FittedStep fit(Table features) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        return new FittedNormalizer(this, chosen, Provenance.of(features));
    }

    /** Which columns it was fitted on; there is nothing else to learn. */
    record FittedNormalizer(Normalizer step, List<Feature> reads, Provenance provenance)
            implements SharingStep {
        FittedNormalizer {
            reads = List.copyOf(reads);
        }

        @Override
        public String toString() {
            return Learnt.line(this);
        }

        @Override
        public FittedNormalizer withoutRows() {
            return new FittedNormalizer(step, reads, Provenance.UNKNOWN);
        }

        @Override
        public Table sharing(Table table) {
            var names = reads.stream().map(Feature::name).toList();
            var rows = Matrices.rows(table, names, step.name());
            for (int i = 0; i < rows.length; i++) {
                var row = rows[i];
                scale(row);
                double length = length(row);
                if (Double.isInfinite(length)) {
                    throw new IllegalArgumentException(TOO_LONG.formatted("row " + i));
                }
                for (int j = 0; j < row.length && length > 0; j++) {
                    row[j] /= length;
                }
            }
            Map<String, List<Column<?>>> instead = new HashMap<>();
            Matrices.table("", names, rows)
                    .columns()
                    .forEach(column -> instead.put(column.name(), List.of(column)));
            return Columns.replaced(table, instead, step.name());
        }

        /** What is scaled by a power of two keeps its digits, and its share of the length. */
        private void scale(double[] row) {
            double largest = 0;
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int j = 0; j < row.length && step.norm() == Norm.L2 && largest < SHORT; j++) {
                row[j] *= LONGER;
            }
        }

        private double length(double[] row) {
            double sum = 0;
            for (double value : row) {
                sum =
                        switch (step.norm()) {
                            case L1 -> sum + Math.abs(value);
                            case L2 -> sum + value * value;
                            case MAX -> Math.max(sum, Math.abs(value));
                        };
            }
            return step.norm() == Norm.L2 ? Math.sqrt(sum) : sum;
        }

        @Override
        public String sql(String from) {
            var numbers = reads.stream().map(SqlText::number).toList();
            var shares = shares(numbers);
            var scaled =
                    shares(
                            numbers.stream()
                                    .map(
                                            each ->
                                                    "(%s * %s)"
                                                            .formatted(
                                                                    each, SqlText.number(LONGER)))
                                    .toList());
            var isShort =
                    joined(numbers, "abs(%1$s)", ", ", "greatest(%s)")
                            + " < "
                            + SqlText.number(SHORT);
            Map<String, Map<String, String>> instead = new LinkedHashMap<>();
            for (int i = 0; i < numbers.size(); i++) {
                var name = reads.get(i).name();
                var share =
                        step.norm() == Norm.L2
                                ? "CASE WHEN %s THEN %s ELSE %s END"
                                        .formatted(isShort, scaled.get(i), shares.get(i))
                                : shares.get(i);
                instead.put(name, Map.of(name, SqlText.whole(reads, share, step.name())));
            }
            return SqlText.select(instead, from);
        }

        private List<String> shares(List<String> numbers) {
            var length =
                    switch (step.norm()) {
                        case L1 -> joined(numbers, "abs(%1$s)", " + ", "(%s)");
                        case L2 -> joined(numbers, "%1$s * %1$s", " + ", "sqrt(%s)");
                        case MAX -> joined(numbers, "abs(%1$s)", ", ", "greatest(%s)");
                    };
            return numbers.stream()
                    .map(
                            number ->
                                    "%1$s / CASE WHEN isinf(%2$s) THEN error(%3$s) WHEN %2$s > 0 THEN %2$s ELSE 1 END"
                                            .formatted(
                                                    number,
                                                    length,
                                                    SqlText.text(TOO_LONG.formatted("a row"))))
                    .toList();
        }

        private static String joined(List<String> numbers, String each, String by, String all) {
            return all.formatted(
                    numbers.stream().map(each::formatted).collect(Collectors.joining(by)));
        }

        @Override
        public void onnx(OnnxGraph graph) {
            var numbers = scaled(reads.stream().map(read -> graph.column(read.name())).toList());
            var length =
                    switch (step.norm()) {
                        case L1 -> sum(numbers, each -> each.by("Abs"));
                        case L2 -> sum(numbers, each -> each.times(each)).by("Sqrt");
                        case MAX -> OnnxParts.largest(numbers);
                    };
            length =
                    length.isBelow(Double.MIN_VALUE)
                            .choose(graph.number(1), length)
                            .refusing(
                                    OnnxValue.beside(numbers).sum().isMissing(),
                                    step.name() + " takes no missing cells")
                            .refusing(
                                    graph.number(Double.MAX_VALUE).isBelow(length),
                                    TOO_LONG.formatted("a row"));
            Map<String, Map<String, OnnxValue>> instead = new LinkedHashMap<>();
            for (int j = 0; j < numbers.size(); j++) {
                var name = reads.get(j).name();
                instead.put(name, Map.of(name, numbers.get(j).over(length)));
            }
            graph.replace(instead);
        }

        private List<OnnxValue> scaled(List<OnnxValue> numbers) {
            if (step.norm() != Norm.L2) {
                return numbers;
            }
            var graph = numbers.get(0).graph();
            var scale =
                    OnnxParts.largest(numbers)
                            .isBelow(SHORT)
                            .choose(graph.number(LONGER), graph.number(1));
            return numbers.stream().map(each -> each.times(scale)).toList();
        }

        private static OnnxValue sum(List<OnnxValue> numbers, UnaryOperator<OnnxValue> each) {
            // One after another, as in Java: rows that are multiples of each other are alike to the
            // last digit.
            return numbers.stream().map(each).reduce(OnnxValue::plus).orElseThrow();
        }
    }
}
