package himalia.display.chart;

import himalia.display.chart.data.Columns;
import himalia.display.chart.mark.Axis;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Numbers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The charts that machine learning needs, one method each.
 *
 * <pre>{@code
 * Charts.line("Loss").x("epoch", 1, 2, 3).y("train", 0.9, 0.5, 0.3)
 * Charts.scatter("Iris").x("petal length", lengths).y("petal width", widths)
 * Charts.bar("Rows per class", List.of("no", "yes"), 950, 50)
 * Charts.roc("Churn", truth, scores)
 * }</pre>
 */
public final class Charts {
    /** How wide a picture may be to stand on a page of text in its own size. */
    private static final int PAGE = 840;

    private static final int NARROWEST = 240;

    private Charts() {}

    /** Begins a chart of lines. */
    public static SeriesChart line(String title) {
        return new SeriesChart(figure("line chart", title), Numbers.of(), false);
    }

    /** Begins a chart of points. */
    public static SeriesChart scatter(String title) {
        return new SeriesChart(figure("scatter chart", title), Numbers.of(), true);
    }

    /** Begins lines from a table, or from a list of records or maps: {@code Charts.line(weather).x("date").y("temp")}. */
    public static LineChart line(Iterable<?> table) {
        return new LineChart(Plan.of(table), false);
    }

    /** Begins points from a table: {@code Charts.scatter(iris).x("length").y("width").by("kind")}. */
    public static ScatterChart scatter(Iterable<?> table) {
        return new ScatterChart(Plan.of(table), false);
    }

    /** Begins areas from a table: {@code Charts.area(sales).x("date").y("amount").by("shop")}. */
    public static AreaChart area(Iterable<?> table) {
        return new AreaChart(Plan.of(table), false);
    }

    /** Begins bars from a table: {@code Charts.bar(people).x("city").y("age").mean()}. */
    public static BarChart bar(Iterable<?> table) {
        return BarChart.of(Plan.of(table));
    }

    /** Begins a histogram from a table: {@code Charts.histogram(people).x("age").bins(20)}. */
    public static HistogramChart histogram(Iterable<?> table) {
        return new HistogramChart(Plan.of(table), 0, 0, false);
    }

    /** Begins smooth curves of how values are spread: {@code Charts.density(people).x("age").by("churned")}. */
    public static DensityChart density(Iterable<?> table) {
        return new DensityChart(Plan.of(table));
    }

    /** Begins boxes from a table: {@code Charts.box(people).x("city").y("age")}. */
    public static BoxChart box(Iterable<?> table) {
        return new BoxChart(Plan.of(table));
    }

    /** Begins coloured cells from a table: {@code Charts.heatMap(flights).x("month").y("year").value("passengers")}. */
    public static HeatMapChart heatMap(Iterable<?> table) {
        return new HeatMapChart(Plan.of(table), "");
    }

    /** Shows one bar for each name. */
    public static Chart bar(String title, List<String> names, double... values) {
        return new Drawn(Bars.upright(title, names, Map.of("value", Numbers.of(values))));
    }

    /** Shows one bar for each name, as long as the numbers of a list or a column say. */
    public static Chart bar(
            String title, List<String> names, Iterable<? extends @Nullable Number> values) {
        return new Drawn(Bars.upright(title, names, Map.of("value", Numbers.of(values))));
    }

    /** Shows a group of bars for each name, one bar for each series. */
    public static Chart bar(String title, List<String> names, Map<String, double[]> series) {
        return new Drawn(Bars.upright(title, names, numbers(series)));
    }

    /** Shows one bar for each name, from the left: for long names and many of them. */
    public static Chart flatBar(String title, String label, List<String> names, double... values) {
        return new Drawn(Bars.flat("bar chart", title, label, names, Numbers.of(values)));
    }

    /** Shows how values are spread, in equal bins. */
    public static Chart histogram(String title, double... values) {
        return new Drawn(Distributions.histogram(title, Map.of("values", Numbers.of(values))));
    }

    /** Shows how the values of a column or a list are spread. */
    public static Chart histogram(String title, Iterable<? extends @Nullable Number> values) {
        return new Drawn(Distributions.histogram(title, Map.of("values", Numbers.of(values))));
    }

    /** Shows how the values of several groups are spread, in the same bins. */
    public static Chart histogram(String title, Map<String, double[]> groups) {
        return new Drawn(Distributions.histogram(title, numbers(groups)));
    }

    /** Shows how values are spread, and says what they are. */
    public static Chart histogram(String title, String label, double... values) {
        return labelled(Distributions.histogram(title, Map.of(label, Numbers.of(values))), label);
    }

    /** Shows how the values of a column or a list are spread. */
    public static Chart histogram(
            String title, String label, Iterable<? extends @Nullable Number> values) {
        return labelled(Distributions.histogram(title, Map.of(label, Numbers.of(values))), label);
    }

    /** Shows how the values of several groups are spread, in the same bins. */
    public static Chart histogram(String title, String label, Map<String, double[]> groups) {
        return labelled(Distributions.histogram(title, numbers(groups)), label);
    }

    /** Shows the quartiles of each group, and the values far from them. */
    public static Chart box(String title, Map<String, double[]> groups) {
        return new Drawn(Distributions.box(title, numbers(groups)));
    }

    /** Shows how the columns of numbers of a table grow with each other: Pearson's correlation of each pair, from −1 to 1. */
    public static Chart correlations(String title, Iterable<?> table) {
        return new Drawn(Correlations.of(title, Columns.of(table)));
    }

    /** Shows a matrix as coloured cells. */
    public static Chart heatMap(
            String title, List<String> columns, List<String> rows, double[][] values) {
        return new Drawn(Grids.heatMap(title, columns, rows, values));
    }

    /** Shows what a classifier took for what: {@code counts[actual][predicted]}. */
    public static Chart confusionMatrix(String title, List<String> classes, long[][] counts) {
        return new Drawn(Grids.confusion(title, classes, counts));
    }

    /** Shows what a classifier gains for its false alarms, over all thresholds. */
    public static Chart roc(String title, boolean[] truth, double... scores) {
        return roc(title, truth, Map.of("model", scores));
    }

    /** Shows the same where 1 is true and 0 is false. */
    public static Chart roc(String title, int[] truth, double... scores) {
        return roc(title, Curves.truth(truth), scores);
    }

    /** Compares several classifiers on the same rows. */
    public static Chart roc(String title, boolean[] truth, Map<String, double[]> scores) {
        return new Drawn(Curves.roc(title, truth, Ordered.of(scores)));
    }

    /** Shows a ROC curve whose points are known. */
    public static Chart roc(String title, double[] falsePositiveRate, double[] truePositiveRate) {
        return new Drawn(KnownCurves.roc(title, falsePositiveRate, truePositiveRate));
    }

    /** Shows what a classifier finds and how much of it is right; the curve to read when positives are rare. */
    public static Chart precisionRecall(String title, boolean[] truth, double... scores) {
        return precisionRecall(title, truth, Map.of("model", scores));
    }

    /** Shows the same where 1 is true and 0 is false. */
    public static Chart precisionRecall(String title, int[] truth, double... scores) {
        return precisionRecall(title, Curves.truth(truth), scores);
    }

    /** Compares several classifiers on the same rows. */
    public static Chart precisionRecall(
            String title, boolean[] truth, Map<String, double[]> scores) {
        return new Drawn(Curves.precisionRecall(title, truth, Ordered.of(scores)));
    }

    /** Shows such a curve whose points are known. */
    public static Chart precisionRecall(String title, double[] recall, double[] precision) {
        return new Drawn(KnownCurves.precisionRecall(title, recall, precision));
    }

    /** Shows whether what is said to happen at 70 % happens in 70 of 100 cases. */
    public static Chart calibration(
            String title, boolean[] truth, Map<String, double[]> probabilities) {
        return new Drawn(Curves.calibration(title, truth, Ordered.of(probabilities)));
    }

    /** Shows such a curve whose points are known. */
    public static Chart calibration(String title, double[] said, double[] happened) {
        return new Drawn(KnownCurves.calibration(title, said, happened));
    }

    /** Shows the weights of a model's features, the heaviest first, however many there are the first 25. */
    public static Chart featureImportance(String title, Map<String, Double> weights) {
        var heaviest =
                Ordered.of(weights).entrySet().stream()
                        .sorted(
                                (a, b) ->
                                        Double.compare(
                                                Math.abs(b.getValue()), Math.abs(a.getValue())))
                        .limit(25)
                        .toList();
        return new Drawn(
                Bars.flat(
                        "feature importance",
                        title,
                        "importance",
                        heaviest.stream().map(Map.Entry::getKey).toList(),
                        Numbers.of(heaviest.stream().map(Map.Entry::getValue).toList())));
    }

    /** Shows how scores grow with the rows a model sees: {@code folds[size][fold]} for each curve. */
    public static Chart learningCurve(String title, double[] sizes, Map<String, double[][]> folds) {
        return new Drawn(ScoreCharts.learningCurve(title, sizes, Ordered.of(folds)));
    }

    /** Shows how far each feature has moved since training, and which moved too far. */
    public static Chart drift(String title, Map<String, Double> distances, double threshold) {
        return new Drawn(ScoreCharts.drift(title, Ordered.of(distances), threshold));
    }

    /** Shows what a model of two features says everywhere, and the rows with their true classes. */
    public static Chart decisionSurface(
            String title, double[] x, double[] y, List<String> classes, DecisionRule model) {
        return new Drawn(Surfaces.decision(title, x, y, classes, model));
    }

    /** Shows each row as a line across all columns, coloured by its class. */
    public static Chart parallelCoordinates(
            String title, Map<String, double[]> columns, List<String> classes) {
        return new Drawn(Surfaces.parallel(title, Ordered.of(columns), classes));
    }

    /** Shows the steps of a pipeline, each to the right of the steps it needs. */
    public static Chart pipeline(String title, Map<String, List<String>> needs) {
        return new Drawn(Pipelines.pipeline(title, Ordered.of(needs)));
    }

    /** Shows which worker did what when. */
    public static Chart timeline(String title, List<Task> tasks) {
        return new Drawn(Plans.timeline(title, tasks));
    }

    /** Shows in which order the cells of a table are stored: row after row, or column after column. */
    public static Chart byteOrder(String title, List<String> columns, int rows, boolean byRow) {
        return new Drawn(Plans.byteOrder(title, columns, rows, byRow));
    }

    /** Shows every column against every other. */
    public static Panels pairPlot(
            String title, Map<String, double[]> columns, List<String> classes) {
        return Pairs.of(title, Ordered.of(columns), classes);
    }

    /** Shows several charts beside and below each other, each as wide as leaves room for its neighbours on a page. */
    public static Panels panels(String title, int columns, Chart... charts) {
        var widest = PAGE / Math.max(1, Math.min(columns, charts.length));
        return new Panels(
                title,
                Arrays.stream(charts).map(chart -> fitting(chart.figure(), widest)).toList(),
                columns);
    }

    private static Figure fitting(Figure figure, int widest) {
        var width = Math.max(NARROWEST, widest);
        // Not as much lower as narrower: titles and axes keep their size.
        return figure.width() <= width
                ? figure
                : figure.sized(
                        width, figure.height() * (width + figure.width()) / (2 * figure.width()));
    }

    private static Chart labelled(Figure figure, String label) {
        return new Drawn(figure.axes(figure.x().labelled(label), figure.y()));
    }

    private static Figure figure(String kind, String title) {
        return Figure.of(kind, title, Axis.numbers(""), Axis.numbers(""), List.of());
    }

    private static Map<String, Numbers> numbers(Map<String, double[]> series) {
        var numbers = new LinkedHashMap<String, Numbers>();
        Ordered.of(series).forEach((name, values) -> numbers.put(name, Numbers.of(values)));
        return numbers;
    }
}
