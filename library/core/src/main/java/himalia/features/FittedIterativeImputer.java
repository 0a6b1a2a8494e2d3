package himalia.features;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The lines that fill missing numbers, one after the other.
 *
 * @param means what cells are before the first
 * @param lines all of all rounds, in order
 * @param converged whether the last round changed no row by more than was asked
 */
record FittedIterativeImputer(
        IterativeImputer step,
        List<Feature> reads,
        double[] means,
        List<Line> lines,
        boolean converged,
        Provenance provenance)
        implements SharingStep {
    FittedIterativeImputer {
        reads = List.copyOf(reads);
        lines = List.copyOf(lines);
    }

    /** DuckDB reads a query within a query up to its expression depth, 1,000. */
    private static final int MOST_LINES = 500;

    /** As many weights take DuckDB 5 seconds to read, twice as many 15: measured with DuckDB 2.0. */
    private static final int MOST_WEIGHTS = 10_000;

    /**
     * A column as a weighed sum of all others.
     *
     * @param column its place among those that are read
     * @param weights those of the others, and the intercept behind them
     */
    record Line(int column, double[] weights) {
        /** Fills the cells that were missing. */
        void fill(double[][] numbers, double[][] filled) {
            for (int row = 0; row < numbers[column].length; row++) {
                if (Double.isNaN(numbers[column][row])) {
                    double sum = weights[weights.length - 1];
                    for (int k = 0; k < weights.length - 1; k++) {
                        sum += weights[k] * filled[k < column ? k : k + 1][row];
                    }
                    filled[column][row] = sum;
                }
            }
        }
    }

    /** Returns numbers with means in the place of those that are missing. */
    static double[][] filled(double[][] numbers, double[] means) {
        var filled = new double[numbers.length][];
        for (int j = 0; j < filled.length; j++) {
            double mean = means[j];
            filled[j] =
                    Arrays.stream(numbers[j])
                            .map(value -> Double.isNaN(value) ? mean : value)
                            .toArray();
        }
        return filled;
    }

    int rounds() {
        return reads.isEmpty() ? 0 : lines.size() / reads.size();
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public FittedIterativeImputer withoutRows() {
        return new FittedIterativeImputer(step, reads, means, lines, converged, Provenance.UNKNOWN);
    }

    @Override
    public Table sharing(Table table) {
        var numbers = Columns.numbers(table, reads, step.name());
        var filled = filled(numbers, means);
        var interrupt = new InterruptCheck();
        for (var line : lines) {
            interrupt.ask();
            line.fill(numbers, filled);
        }
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (int j = 0; j < filled.length; j++) {
            var column = table.numberColumn(reads.get(j).name());
            instead.put(
                    column.name(),
                    List.of(
                            ColumnArrays.printedAs(
                                    column, ColumnArrays.reals(column.name(), filled[j]))));
        }
        return Columns.replaced(table, instead, step.name());
    }

    private void checkSize() {
        if (lines.size() > MOST_LINES || lines.size() * reads.size() > MOST_WEIGHTS) {
            throw new UnsupportedOperationException(
                    "IterativeImputer has learnt %,d rounds of %,d columns, and its query in SQL would hold %,d lines of %,d numbers, one within the other, where up to %,d lines and %,d numbers are sane; take %sfewer columns, or write it as ONNX, Onnx.write(step, file)"
                            .formatted(
                                    rounds(),
                                    reads.size(),
                                    lines.size(),
                                    lines.size() * reads.size(),
                                    MOST_LINES,
                                    MOST_WEIGHTS,
                                    sane() == 0
                                            ? ""
                                            : "fewer rounds, new IterativeImputer(%d, %s, columns), or "
                                                    .formatted(sane(), step.tol())));
        }
    }

    private int sane() {
        int width = reads.size();
        return Math.min(MOST_LINES / width, MOST_WEIGHTS / width / width);
    }

    /** A query within a query for each line: within one, DuckDB would write each line into the next again and again. */
    @Override
    public String sql(String from) {
        checkSize();
        Map<String, Map<String, String>> begin = new LinkedHashMap<>();
        Map<String, String> missing = new LinkedHashMap<>();
        Map<String, Map<String, String>> end = new LinkedHashMap<>();
        for (int j = 0; j < means.length; j++) {
            var read = reads.get(j);
            var number = SqlText.number(read);
            begin.put(
                    read.name(),
                    Map.of(
                            read.name(),
                            SqlText.finite(
                                    List.of(read),
                                    "coalesce(" + number + ", " + SqlText.number(means[j]) + ")",
                                    step.name())));
            missing.put(missing(j), number + " IS NULL");
            end.put(missing(j), Map.of());
        }
        var query = "(" + SqlText.select(begin, "(" + SqlText.adding(missing, from) + ")") + ")";
        for (var line : lines) {
            var name = reads.get(line.column()).name();
            var filled =
                    "CASE WHEN %s THEN %s ELSE %s END"
                            .formatted(
                                    SqlText.name(missing(line.column())),
                                    sum(line),
                                    SqlText.name(name));
            query = "(" + SqlText.select(Map.of(name, Map.of(name, filled)), query) + ")";
        }
        return SqlText.select(end, query);
    }

    private static String missing(int column) {
        return "(missing " + column + ")";
    }

    private String sum(Line line) {
        var weights = line.weights();
        var sum = new StringBuilder(SqlText.number(weights[weights.length - 1]));
        for (int k = 0; k < weights.length - 1; k++) {
            sum.append(" + ")
                    .append(SqlText.number(weights[k]))
                    .append(" * ")
                    .append(SqlText.name(reads.get(k < line.column() ? k : k + 1).name()));
        }
        return sum.toString();
    }

    @Override
    public void onnx(OnnxGraph graph) {
        var numbers = OnnxParts.finite(graph, reads, step.name());
        var filled = new ArrayList<OnnxValue>();
        for (int j = 0; j < means.length; j++) {
            var number = numbers.get(j);
            filled.add(number.isMissing().choose(graph.number(means[j]), number));
        }
        for (var line : lines) {
            int column = line.column();
            var others = new ArrayList<>(filled);
            others.remove(column);
            var weights = line.weights();
            var factors = new double[weights.length - 1][1];
            Arrays.setAll(factors, k -> new double[] {weights[k]});
            var sum =
                    OnnxValue.beside(others)
                            .product(graph.table(factors))
                            .plus(weights[weights.length - 1]);
            filled.set(column, numbers.get(column).isMissing().choose(sum, filled.get(column)));
        }
        Map<String, Map<String, OnnxValue>> instead = new LinkedHashMap<>();
        for (int j = 0; j < means.length; j++) {
            var name = reads.get(j).name();
            instead.put(name, Map.of(name, filled.get(j)));
        }
        graph.replace(instead);
    }
}
