package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.evaluation.Scoring;
import himalia.model.Model;
import himalia.model.Scorer;
import himalia.table.Seeds;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much worse a model gets when a column's cells are mixed, so that the column tells nothing.
 *
 * <pre>{@code
 * PermutationImportance.of(model, test, "churned", 5, 42)     // feature, importance, deviation; the most first
 * PermutationImportance.of(model, test, "churned", Scoring.ROC_AUC, 5, 42)     // where few rows are of one class
 * }</pre>
 *
 * <p>As scikit-learn's {@code permutation_importance}: by accuracy where classes are told apart, and by R² where numbers are predicted,
 * unless a scorer is given.
 */
public final class PermutationImportance {
    private PermutationImportance() {}

    /**
     * Returns a row for each feature of the model.
     *
     * @param repeats how often each column is mixed
     * @param seed makes two runs agree
     */
    public static Table of(Model model, Table table, String label, int repeats, long seed) {
        return of(model, table, label, Scoring.ACCURACY_OR_R2, repeats, seed);
    }

    /**
     * Returns a row for each feature of the model, by a metric of one's own choice.
     *
     * @param scorer what a model is worth, more for a better one: {@code Scoring.ROC_AUC}
     * @param repeats how often each column is mixed
     * @param seed makes two runs agree
     */
    public static Table of(
            Model model, Table table, String label, Scorer scorer, int repeats, long seed) {
        given(model, "model");
        given(table, "table");
        given(label, "label");
        given(scorer, "scorer");
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, got " + repeats);
        }
        var interrupt = new InterruptCheck();
        double whole = scorer.score(model.predict(table), table, label);
        var random = Seeds.random(seed);
        var features = StringColumn.create("feature");
        var means = DoubleColumn.create("importance");
        var deviations = DoubleColumn.create("deviation");
        for (var name : model.schema().featureNames()) {
            var lost = new double[repeats];
            for (int i = 0; i < repeats; i++) {
                interrupt.ask();
                var mixed = mixed(table, name, random);
                lost[i] = whole - scorer.score(model.predict(mixed), table, label);
            }
            double mean = Arrays.stream(lost).average().orElseThrow();
            double squares = Arrays.stream(lost).map(each -> (each - mean) * (each - mean)).sum();
            features.append(name);
            means.append(mean);
            deviations.append(Math.sqrt(squares / repeats));
        }
        return Tables.sort(
                Table.create("permutation importance", features, means, deviations), "-importance");
    }

    private static Table mixed(Table table, String name, Random random) {
        var order = new int[table.rowCount()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        var mixed = Tables.rows(Table.create(Tables.column(table, name)), order);
        var done = Table.create(table.name());
        for (var column : table.columns()) {
            done.addColumns(column.name().equals(name) ? mixed.column(0) : column);
        }
        return done;
    }
}
