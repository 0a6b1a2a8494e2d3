package himalia.objectives;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.model.NumericLabel;
import himalia.model.Trainer;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A model for each objective beside one model of the weighted sum, as weights change: by what the first items of each ranking are
 * really worth.
 *
 * <pre>{@code
 * double[][] weights = {{1, 1}, {1, 0.2}, {0.1, 1}};
 * CombinedComparison.of(new LinearRegression(), train, test, List.of("quality", "engagement"), weights, 10)
 * }</pre>
 *
 * <p>The combined model is trained for the first weights. Under others it is either asked as it is, which costs nothing and ranks by the old
 * weights, or trained anew.
 *
 * @param objectives the columns that are wanted large
 * @param weights a row each time they change
 * @param first how many items of each ranking are looked at
 * @param decoupled the mean worth of the first items by one model an objective, a number a row of weights
 * @param once that by the combined model of the first weights
 * @param anew that by a combined model of these weights
 * @param best that of the items that are really worth most
 */
public record CombinedComparison(
        List<String> objectives,
        double[][] weights,
        int first,
        double[] decoupled,
        double[] once,
        double[] anew,
        double[] best)
        implements Displayable {
    public CombinedComparison {
        objectives = List.copyOf(given(objectives, "objectives"));
        weights = copy(given(weights, "weights"));
        for (var means :
                List.of(
                        given(decoupled, "decoupled"),
                        given(once, "once"),
                        given(anew, "anew"),
                        given(best, "best"))) {
            if (means.length != weights.length) {
                throw new IllegalArgumentException(
                        "there are %d weightings and %d results; each has one"
                                .formatted(weights.length, means.length));
            }
        }
        decoupled = decoupled.clone();
        once = once.clone();
        anew = anew.clone();
        best = best.clone();
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[][] weights() {
        return copy(weights);
    }

    @Override
    public double[] decoupled() {
        return decoupled.clone();
    }

    @Override
    public double[] once() {
        return once.clone();
    }

    @Override
    public double[] anew() {
        return anew.clone();
    }

    @Override
    public double[] best() {
        return best.clone();
    }

    /**
     * Trains on one table, and ranks the items of another one, whose worth is known.
     *
     * @param trainer predicts numbers
     * @param objectives columns of numbers in both tables
     * @param weights one row at least, with a weight an objective
     * @param first how many items of each ranking count, from 1 to the number of items
     */
    public static CombinedComparison of(
            Trainer trainer,
            Table train,
            Table test,
            List<String> objectives,
            double[][] weights,
            int first) {
        var names = given(objectives, "objectives").toArray(String[]::new);
        if (given(weights, "weights").length == 0) {
            throw new IllegalArgumentException("there are no weights; give one row at least");
        }
        if (first < 1 || first > Tables.given(test).rowCount()) {
            throw new IllegalArgumentException(
                    "first must be from 1 to the number of items, %d, got %d"
                            .formatted(test.rowCount(), first));
        }
        var models = Objectives.train(trainer, train, names);
        ScoredItems scored;
        try {
            scored = models.score(test);
        } finally {
            models.objectives().forEach(each -> each.model().close());
        }
        var once = combined(trainer, train, test, objectives, weights[0]);
        var all = new double[4][weights.length];
        for (int i = 0; i < weights.length; i++) {
            var worth = sums(test, objectives, weights[i]);
            all[0][i] = mean(worth, scored.with(weights[i]).ranking(), first);
            all[1][i] = mean(worth, ScoredItems.order(once), first);
            all[2][i] =
                    mean(
                            worth,
                            ScoredItems.order(
                                    combined(trainer, train, test, objectives, weights[i])),
                            first);
            all[3][i] = mean(worth, ScoredItems.order(worth), first);
        }
        return new CombinedComparison(objectives, weights, first, all[0], all[1], all[2], all[3]);
    }

    /** Returns what a model of the weighted sum says of the items. */
    private static double[] combined(
            Trainer trainer, Table train, Table test, List<String> objectives, double[] weights) {
        var features = train.rejectColumns(objectives.toArray(String[]::new));
        var label = new ColumnNames(features.columnNames()).add("combined");
        features.addColumns(DoubleColumn.create(label, sums(train, objectives, weights)));
        try (var model = trainer.fit(features, label)) {
            return model.predict(test).numbers();
        }
    }

    private static double[] sums(Table table, List<String> objectives, double[] weights) {
        Objectives.checkCount(weights.length, objectives.size());
        var sums = new double[table.rowCount()];
        for (int k = 0; k < weights.length; k++) {
            Objective.checkWeight(objectives.get(k), weights[k]);
            var values = NumericLabel.of(table, objectives.get(k)).values();
            for (int row = 0; row < sums.length; row++) {
                sums[row] += weights[k] * values[row];
            }
        }
        return sums;
    }

    private static double mean(double[] worth, int[] ranking, int first) {
        return Arrays.stream(ranking, 0, first).mapToDouble(row -> worth[row]).average().orElse(0);
    }

    /** Returns how many models the decoupled objectives took: their number, however often weights change. */
    public int trainings() {
        return objectives.size();
    }

    /** Returns a row for each weights: what the first items are worth by each way. */
    public Table table() {
        return Table.create(
                "worth of the first " + first,
                StringColumn.create(
                        "weights",
                        Arrays.stream(weights)
                                .map(each -> WeightWords.of(objectives, each))
                                .toList()),
                DoubleColumn.create("decoupled", decoupled),
                DoubleColumn.create("combined, trained once", once),
                DoubleColumn.create("combined, trained anew", anew),
                DoubleColumn.create("best possible", best));
    }

    @Override
    public MimeBundle bundle() {
        return Display.renderers().render(table());
    }

    @Override
    public String toString() {
        return table().printAll();
    }
}
