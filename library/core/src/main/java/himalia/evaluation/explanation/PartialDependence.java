package himalia.evaluation.explanation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Display;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.display.bundle.Visible;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.display.chart.ModelCharts;
import himalia.model.ClassPredictions;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.ScorePredictions;
import himalia.model.Target;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * What a model says on the mean, and of each row, if one of its columns had this or that value, and all others what they have.
 *
 * <pre>{@code
 * PartialDependence age = PartialDependence.of(model, test, "age");
 * age.means()         // a number for each value of age
 * age.withRows()      // drawn with a thin line for each row
 * age.of("yes")       // of one class of several
 * }</pre>
 *
 * <p>As scikit-learn's {@code partial_dependence} by brute force: probabilities of classes, of two that of the second. J. Friedman (2001): Greedy Function
 * Approximation. A. Goldstein and others (2015): Peeking Inside the Black Box. Where columns hang together, some of these rows can never be.
 *
 * @param feature the column
 * @param grid its values, in order, as numbers; the places of its levels where it holds texts or truths
 * @param levels its values as texts, where it holds texts or truths; else empty
 * @param outputs what is told of each value: classes, or {@code prediction}
 * @param byRow {@code [output][row][place in the grid]}
 * @param drawsRows whether each row is drawn, too: individual conditional expectations
 */
public record PartialDependence(
        String feature,
        double[] grid,
        List<String> levels,
        List<String> outputs,
        double[][][] byRow,
        boolean drawsRows)
        implements Explanation {
    private static final int GRID = 100;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final int TOLD = 5;

    public PartialDependence {
        given(feature, "feature");
        grid = given(grid, "grid").clone();
        levels = List.copyOf(given(levels, "levels"));
        outputs = List.copyOf(given(outputs, "outputs"));
        byRow = copy(given(byRow, "byRow"));
        if (outputs.isEmpty() || outputs.size() != byRow.length) {
            throw new IllegalArgumentException(
                    "as many outputs as lines are wanted, and one at least, got %d and %d"
                            .formatted(outputs.size(), byRow.length));
        }
    }

    private static double[][][] copy(double[][][] all) {
        return Arrays.stream(all).map(PartialDependence::copy).toArray(double[][][]::new);
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] grid() {
        return grid.clone();
    }

    @Override
    public double[][][] byRow() {
        return copy(byRow);
    }

    /**
     * Asks for each value of a column, or for 100 from its 5th to its 95th percentile where it has more.
     *
     * @param table the rows to ask for, at least one
     * @param feature a column of numbers, texts or truths that the model reads
     * @throws IllegalArgumentException if there is no such column, or it has one value only
     */
    public static PartialDependence of(Model model, Table table, String feature) {
        return of(model, table, feature, GRID, LOW, HIGH);
    }

    /**
     * The same with a grid of one's own choice.
     *
     * @param size how many values at most, at least 2
     * @param low from which share of the rows on, such as 0.05
     * @param high up to which share, such as 0.95
     */
    public static PartialDependence of(
            Model model, Table table, String feature, int size, double low, double high) {
        given(model, "model");
        ExplainedRows.check(Tables.given(table));
        ExplainedRows.place(model.schema().featureNames(), given(feature, "feature"));
        var grid = FeatureGrid.of(Tables.column(table, feature), size, low, high);
        var outputs = outputs(model);
        var byRow = new double[outputs.size()][table.rowCount()][grid.size()];
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("values of " + feature, grid.size())) {
            for (int place = 0; place < grid.size(); place++) {
                interrupt.ask();
                var asked = ExplainedRows.with(table, grid.column(place, table.rowCount()));
                fill(byRow, place, model.predict(asked), outputs);
                progress.advance(1);
            }
            progress.finish("");
        }
        return new PartialDependence(feature, grid.places(), grid.levels(), outputs, byRow, false);
    }

    private static List<String> outputs(Model model) {
        var target = model.schema().target();
        if (target instanceof Target.Classes classes) {
            var all = classes.classes();
            return all.size() == 2 ? all.subList(1, 2) : all;
        }
        if (target instanceof Target.Groups) {
            throw new IllegalArgumentException(
                    "%s finds groups, and no mean of groups says anything; explain a model that predicts numbers or classes"
                            .formatted(model.trainer().name()));
        }
        return List.of(target instanceof Target.Scores ? "score" : "prediction");
    }

    private static void fill(
            double[][][] byRow, int place, Predictions said, List<String> outputs) {
        for (int k = 0; k < byRow.length; k++) {
            var numbers = numbers(said, outputs.get(k));
            for (int row = 0; row < numbers.length; row++) {
                byRow[k][row][place] = numbers[row];
            }
        }
    }

    private static double[] numbers(Predictions said, String output) {
        if (said instanceof ClassPredictions classes) {
            return classes.probabilities(output);
        }
        return said instanceof ScorePredictions ? said.scores() : said.numbers();
    }

    /** Returns the mean over all rows, a number for each value, of the first output. */
    public double[] means() {
        return means(outputs.get(0));
    }

    /**
     * Returns the mean over all rows, a number for each value.
     *
     * @param output a class, or {@code prediction}
     */
    public double[] means(String output) {
        var rows = byRow[place(output)];
        return IntStream.range(0, grid.length)
                .mapToDouble(
                        place ->
                                Arrays.stream(rows).mapToDouble(row -> row[place]).sum()
                                        / rows.length)
                .toArray();
    }

    /**
     * Returns what is said of each row, an array a row, a number for each value: individual conditional expectation.
     *
     * @param output a class, or {@code prediction}
     */
    public double[][] rows(String output) {
        return copy(byRow[place(output)]);
    }

    private int place(String output) {
        int place = outputs.indexOf(given(output, "output"));
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no output '%s'; there are: %s".formatted(output, String.join(", ", outputs)));
        }
        return place;
    }

    /**
     * Returns the same of one output alone.
     *
     * @param output a class, or {@code prediction}
     */
    public PartialDependence of(String output) {
        return new PartialDependence(
                feature, grid, levels, List.of(output), new double[][][] {rows(output)}, drawsRows);
    }

    /** Returns the same, drawn with a thin line for each row, or a box of the rows for each level: of the first of several classes, if {@link #of} chose none. */
    public PartialDependence withRows() {
        return new PartialDependence(feature, grid, levels, outputs, byRow, true);
    }

    /** Draws the mean of each output, or of the first one each row besides. */
    @Override
    public Chart chart() {
        var first = outputs.get(0);
        if (drawsRows && !levels.isEmpty()) {
            return Charts.box(title(first), byLevel(rows(first)));
        }
        if (drawsRows) {
            return ModelCharts.dependence(title(first), feature, grid, means(first), rows(first));
        }
        if (outputs.size() == 1) {
            return levels.isEmpty()
                    ? ModelCharts.dependence(title(first), feature, grid, means(), new double[0][])
                    : Charts.bar(title(first), levels, means());
        }
        var series = new LinkedHashMap<String, double[]>();
        outputs.forEach(output -> series.put("p(" + output + ")", means(output)));
        var title = "What is said over " + feature;
        if (!levels.isEmpty()) {
            return Charts.bar(title, levels, series);
        }
        var chart = Charts.line(title).x(feature, grid);
        for (var each : series.entrySet()) {
            chart = chart.y(each.getKey(), each.getValue());
        }
        return chart;
    }

    private Map<String, double[]> byLevel(double[][] rows) {
        var byLevel = new LinkedHashMap<String, double[]>();
        for (int i = 0; i < levels.size(); i++) {
            int place = i;
            var all = Arrays.stream(rows).mapToDouble(row -> row[place]).toArray();
            byLevel.put(levels.get(i), all);
        }
        return byLevel;
    }

    private String title(String output) {
        boolean isClass = !output.equals("prediction") && !output.equals("score");
        return "%s over %s".formatted(isClass ? "p(" + output + ")" : output, feature);
    }

    @Override
    public MimeBundle bundle() {
        return Display.renderers().render(chart()).with(MimeBundle.PLAIN, Visible.line(toString()));
    }

    @Override
    public String toString() {
        var told = drawsRows ? outputs.subList(0, 1) : outputs;
        var ranges = told.stream().limit(TOLD).map(this::range).collect(Collectors.joining("; "));
        return "%s%s, mean of %s%s%s"
                .formatted(
                        ranges,
                        told.size() > TOLD ? "; %d more".formatted(told.size() - TOLD) : "",
                        Amount.of(byRow[0].length, "row"),
                        !drawsRows
                                ? ""
                                : levels.isEmpty() ? ", each drawn" : ", a box of them each",
                        told.size() < outputs.size()
                                ? "; the first of %d classes, of(class) tells another"
                                        .formatted(outputs.size())
                                : "");
    }

    private String range(String output) {
        var means = means(output);
        var byMean = Comparator.comparingDouble((Integer place) -> means[place]);
        int least = IntStream.range(0, grid.length).boxed().min(byMean).orElse(0);
        int most = IntStream.range(0, grid.length).boxed().max(byMean).orElse(0);
        var form = ": from %.4g at %s to %.4g at %s";
        return title(output)
                + String.format(
                        Locale.ROOT, form, means[least], value(least), means[most], value(most));
    }

    private String value(int place) {
        return levels.isEmpty() ? "%.6g".formatted(grid[place]) : levels.get(place);
    }
}
