package himalia.evaluation.explanation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.display.chart.ModelCharts;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.model.Contributions;
import himalia.model.Model;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How much each column adds to what a model of trees says of each row: with the base, which is what it says of the rows it has learnt from on the mean, they
 * add up to what it says.
 *
 * <pre>{@code
 * ShapValues shap = ShapValues.of(model, test);
 * shap.importances()        // what each column adds or takes, on the mean, the most first
 * shap.waterfall(0)         // how the first row comes to what is said of it
 * shap.of("no").beeswarm()  // of another class
 * }</pre>
 *
 * <p>S. Lundberg, G. Erion, S.-I. Lee (2018): Consistent Individualized Feature Attribution for Tree Ensembles, along the paths of the trees; of boosted trees XGBoost's own, which add up to log
 * odds. Of two classes the second is explained unless another one is named. What a column adds is no cause: columns that hang together share it.
 *
 * @param contributions of all outputs
 * @param output the one that is explained
 */
public record ShapValues(Contributions contributions, String output) implements Explanation {
    private static final int SHOWN = 15;

    public ShapValues {
        given(contributions, "contributions");
        place(contributions, given(output, "output"));
    }

    /**
     * Explains each row of a table.
     *
     * @param table one row at least
     * @throws UnsupportedOperationException if the model is not made of trees
     */
    public static ShapValues of(Model model, Table table) {
        given(model, "model");
        ExplainedRows.check(Tables.given(table));
        var contributions = model.contributions(table);
        var outputs = contributions.outputs();
        return new ShapValues(contributions, outputs.get(outputs.size() == 2 ? 1 : 0));
    }

    private static int place(Contributions contributions, String output) {
        int place = contributions.outputs().indexOf(output);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no output '%s'; there are: %s"
                            .formatted(output, String.join(", ", contributions.outputs())));
        }
        return place;
    }

    /** Returns the same of another class. */
    public ShapValues of(String newOutput) {
        return new ShapValues(contributions, newOutput);
    }

    /** Returns the columns, in the order of {@link #values}. */
    public List<String> features() {
        return contributions.features();
    }

    /** Returns what is said of the rows that were learnt from, on the mean. */
    public double base() {
        return contributions.base()[place(contributions, output)];
    }

    /** Returns what each column adds, an array a row. */
    public double[][] values() {
        return Arrays.stream(parts()).map(double[]::clone).toArray(double[][]::new);
    }

    private double[][] parts() {
        return contributions.parts()[place(contributions, output)];
    }

    /** Returns what each column adds to or takes from what is said, on the mean over rows, without its sign; the most first. */
    public Map<String, Double> importances() {
        var importances = new LinkedHashMap<String, Double>();
        order().forEach(j -> importances.put(features().get(j), size(j)));
        return importances;
    }

    private List<Integer> order() {
        return IntStream.range(0, features().size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -size(j)))
                .toList();
    }

    private double size(int feature) {
        return Arrays.stream(parts())
                .mapToDouble(row -> Math.abs(row[feature]))
                .average()
                .orElse(0);
    }

    /** Returns what each column adds as a table, a row a row. */
    public Table table() {
        var table = Table.create("SHAP values");
        for (int j = 0; j < features().size(); j++) {
            int feature = j;
            var column = Arrays.stream(parts()).mapToDouble(row -> row[feature]).toArray();
            table.addColumns(DoubleColumn.create(features().get(j), column));
        }
        return table;
    }

    /** Draws {@link #importances}. */
    public Chart bar() {
        return Charts.featureImportance("Mean |SHAP value| of " + told(), importances());
    }

    /** Draws a point for each row and column, those first that add most. */
    public Chart beeswarm() {
        var shown = order().stream().limit(SHOWN).toList();
        return ModelCharts.beeswarm(
                "What columns add to " + told(),
                "SHAP value",
                shown.stream().map(features()::get).toList(),
                columns(shown, parts()),
                columns(shown, contributions.values()));
    }

    private static double[][] columns(List<Integer> features, double[][] rows) {
        return features.stream()
                .map(j -> Arrays.stream(rows).mapToDouble(row -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Draws how what is said of a row comes about, from the base.
     *
     * @param row its number, from 0
     */
    public Chart waterfall(int row) {
        if (row < 0 || row >= parts().length) {
            throw new IllegalArgumentException(
                    "no row %d; there are %d, numbered from 0".formatted(row, parts().length));
        }
        var parts = new LinkedHashMap<String, Double>();
        var order =
                IntStream.range(0, features().size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> -Math.abs(parts()[row][j])))
                        .toList();
        for (int place = 0; place < order.size(); place++) {
            int j = order.get(place);
            var name =
                    place < SHOWN - 1 || order.size() == SHOWN
                            ? features().get(j) + " = " + value(row, j)
                            : (order.size() - SHOWN + 1) + " others";
            parts.merge(name, parts()[row][j], Double::sum);
        }
        return ModelCharts.waterfall(
                "Row %d: how %s comes about".formatted(row, told()),
                contributions.unit(),
                base(),
                List.copyOf(parts.keySet()),
                parts.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private String value(int row, int feature) {
        double value = contributions.values()[row][feature];
        var levels = contributions.levels();
        boolean isLevel =
                !levels.isEmpty() && !levels.get(feature).isEmpty() && !Double.isNaN(value);
        return isLevel ? Visible.line(levels.get(feature).get((int) value)) : number(value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "missing" : "%.4g".formatted(value);
    }

    private String told() {
        return switch (contributions.unit()) {
            case "number" -> output;
            case "logarithm of the number" -> "the logarithm of the " + output;
            case "log odds" -> "the log odds of " + output;
            default -> "p(" + output + ")";
        };
    }

    /** Draws the rows, or the only one. */
    @Override
    public Chart chart() {
        return parts().length == 1 ? waterfall(0) : beeswarm();
    }

    @Override
    public MimeBundle bundle() {
        var grid = Grid.of(new ShapGrid(this)).with(GridOptions.DEFAULT.precision(4));
        return Display.renderers()
                .render(chart())
                .with(MimeBundle.PLAIN, Visible.line(toString()) + "\n\n" + grid.text());
    }

    @Override
    public String toString() {
        return "SHAP values of %,d rows for %s, base %.4f"
                .formatted(parts().length, told(), base());
    }
}
