package himalia.objectives;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.chart.Chart;
import himalia.display.widget.Widget;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Items with a score for each objective, and what objectives count: they are ranked by the weighted sum.
 *
 * <pre>{@code
 * ScoredItems items = Objectives.train(new LinearRegression(), train, "quality", "engagement").score(test);
 * items.with(1, 0.2).ranked()
 * items.front()        // rows that no other row beats
 * items.sliders()      // the ranking follows sliders
 * }</pre>
 */
public final class ScoredItems implements Displayable {
    private final Table items;
    private final List<String> names;
    private final double[][] scores;
    private final double[] weights;
    private final ParetoFront front;

    private ScoredItems(
            Table items,
            List<String> names,
            double[][] scores,
            double[] weights,
            ParetoFront front) {
        this.items = items;
        this.names = names;
        this.scores = scores;
        this.weights = weights;
        this.front = front;
    }

    /**
     * Takes scores that something else gave; all objectives count the same.
     *
     * @param scores of each objective one an item, the larger, the better
     * @throws IllegalArgumentException if there are more or fewer, or one is NaN or infinite
     */
    public static ScoredItems of(Table items, Map<String, double[]> scores) {
        given(items, "items");
        given(scores, "scores");
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("there are no objectives; give one at least");
        }
        var all = new ArrayList<double[]>();
        scores.forEach((name, of) -> all.add(checked(name, of, items.rowCount())));
        var weights = new double[all.size()];
        Arrays.fill(weights, 1);
        var own = all.toArray(double[][]::new);
        return new ScoredItems(
                items, List.copyOf(scores.keySet()), own, weights, new ParetoFront(own));
    }

    private static double[] checked(String name, double[] scores, int items) {
        if (scores.length != items) {
            throw new IllegalArgumentException(
                    "objective '%s' has %d scores for %d items; each has one"
                            .formatted(name, scores.length, items));
        }
        for (int row = 0; row < items; row++) {
            if (!Double.isFinite(scores[row])) {
                throw new IllegalArgumentException(
                        "objective '%s' has %s for item %d, which has no place in an order; leave the item out"
                                .formatted(name, scores[row], row));
            }
        }
        return scores.clone();
    }

    /** Returns the same items with other weights, in the objectives' order; no model is asked. */
    public ScoredItems with(double... weights) {
        given(weights, "weights");
        Objectives.checkCount(weights.length, names.size());
        for (int k = 0; k < weights.length; k++) {
            Objective.checkWeight(names.get(k), weights[k]);
        }
        return new ScoredItems(items, names, scores, weights.clone(), front);
    }

    /** Returns the objectives' names. */
    public List<String> names() {
        return names;
    }

    /** Returns what each objective counts. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the items' scores by an objective. */
    public double[] scores(String objective) {
        int place = names.indexOf(given(objective, "objective"));
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no objective '%s'; there are: %s".formatted(objective, names));
        }
        return scores[place].clone();
    }

    /** Returns the weighted sum of each item's scores. */
    public double[] totals() {
        var totals = new double[items.rowCount()];
        for (int k = 0; k < scores.length; k++) {
            for (int row = 0; row < totals.length; row++) {
                totals[row] += weights[k] * scores[k][row];
            }
        }
        return totals;
    }

    /** Returns the items' rows, the best first; of those alike the upper one. */
    public int[] ranking() {
        return order(totals());
    }

    /** Returns rows by their numbers, the largest first. */
    static int[] order(double[] totals) {
        return IntStream.range(0, totals.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> 0.0 - totals[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns the rows of the items, in their order, of which no other is better in one objective and as good in all. */
    public int[] front() {
        return front.items();
    }

    /** Returns the items, the best first, with their scores and the weighted sum. */
    public Table ranked() {
        var order = ranking();
        var table = Tables.rows(items, order);
        var taken = new ColumnNames(table.columnNames());
        for (int k = 0; k < scores.length; k++) {
            table.addColumns(column(taken.add("score(" + names.get(k) + ")"), scores[k], order));
        }
        return table.addColumns(column(taken.add("total"), totals(), order));
    }

    private static DoubleColumn column(String name, double[] values, int[] order) {
        return DoubleColumn.create(name, Arrays.stream(order).mapToDouble(row -> values[row]));
    }

    /** Returns the first of the ranked items, or all where there are fewer. */
    public Table top(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, got " + count);
        }
        return ranked().first(Math.min(count, items.rowCount()));
    }

    /**
     * Draws two objectives against each other, with the front and the first ten items.
     *
     * @throws IllegalStateException if there are more or fewer
     */
    public Chart chart() {
        if (names.size() != 2) {
            throw new IllegalStateException(
                    "two objectives have a picture, and there are %d; ask ranked()"
                            .formatted(names.size()));
        }
        return FrontChart.of(names, scores, ranking(), front());
    }

    /** Returns a slider for each weight, and below them the ranking, which follows them; no model is asked. */
    public Widget sliders() {
        return RankingSliders.of(this);
    }

    @Override
    public MimeBundle bundle() {
        var table = Display.renderers().render(ranked());
        return names.size() == 2 && items.rowCount() > 0
                ? Display.renderers().render(chart()).with(MimeBundle.PLAIN, table.text())
                : table;
    }

    @Override
    public String toString() {
        return "%d items by %s".formatted(items.rowCount(), WeightWords.of(names, weights));
    }
}
