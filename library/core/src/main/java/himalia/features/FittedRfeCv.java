package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The columns with which a model did best on folds, and how well it did with others.
 *
 * <pre>{@code
 * FittedRfeCv best = new RfeCv(new LogisticRegression(1.0), 1, 5, 42).fit(train, "churned");
 * best.scores()         // columns, score, deviation
 * best.kept()           // their names
 * }</pre>
 *
 * @param selection which columns stay
 * @param minFeatures the least number of columns that was tried
 * @param byFold the score of each fold by the number of columns, from the least on
 */
public record FittedRfeCv(FittedStep selection, int minFeatures, double[][] byFold)
        implements FittedStep {
    public FittedRfeCv {
        if (!(given(selection, "selection") instanceof FittedSelection)) {
            throw new IllegalArgumentException(
                    "selection must be what RfeCv fits, got " + selection);
        }
        byFold = copy(given(byFold, "byFold"));
        if (byFold.length == 0 || byFold[0].length == 0) {
            throw new IllegalArgumentException(
                    "byFold needs a score for each fold and number of columns, got none");
        }
    }

    private static double[][] copy(double[][] scores) {
        return Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[][] byFold() {
        return copy(byFold);
    }

    /** Returns the names of the columns that stay. */
    public List<String> kept() {
        return selection instanceof FittedSelection of ? of.kept() : List.of();
    }

    /** Returns the mean score of the folds for each number of columns, and how far they deviate from it. */
    public Table scores() {
        var numbers = IntColumn.create("columns");
        var means = DoubleColumn.create("score");
        var deviations = DoubleColumn.create("deviation");
        for (int number = 0; number < byFold[0].length; number++) {
            int place = number;
            var scores = Arrays.stream(byFold).mapToDouble(fold -> fold[place]).toArray();
            double mean = Arrays.stream(scores).average().orElseThrow();
            double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
            numbers.append(minFeatures + number);
            means.append(mean);
            deviations.append(Math.sqrt(squares / scores.length));
        }
        return Table.create("scores", numbers, means, deviations);
    }

    /** Draws the mean score by the number of columns. */
    public Chart chart() {
        var scores = scores();
        return Charts.line("score on folds by number of columns")
                .x(
                        "columns",
                        IntStream.range(0, scores.rowCount())
                                .mapToDouble(row -> scores.intColumn("columns").getInt(row))
                                .toArray())
                .y("score", scores.doubleColumn("score").asDoubleArray());
    }

    @Override
    public Step step() {
        return selection.step();
    }

    @Override
    public List<Feature> reads() {
        return selection.reads();
    }

    @Override
    public FittedRfeCv withoutRows() {
        return new FittedRfeCv(selection.withoutRows(), minFeatures, byFold);
    }

    @Override
    public Table apply(Table table) {
        return selection.apply(table);
    }

    @Override
    public String sql(String from) {
        return selection.sql(from);
    }

    @Override
    public void onnx(OnnxGraph graph) {
        selection.onnx(graph);
    }

    @Override
    public Provenance provenance() {
        return selection.provenance();
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }
}
