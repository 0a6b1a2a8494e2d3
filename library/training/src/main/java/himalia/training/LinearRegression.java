package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.features.Standardiser;
import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.table.FreeMemory;
import himalia.training.numeric.LeastSquares;
import himalia.training.numeric.NormalEquations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import tech.tablesaw.api.Table;

/**
 * A linear model of a number, at the one best fit of least squares; with a penalty, ridge regression.
 *
 * <pre>{@code
 * Model model = new LinearRegression().fit(homes, "price");
 * Model held = new LinearRegression(10).fit(homes, "price");
 * }</pre>
 *
 * <p>Features are standardised by the training rows; the intercept is not held back. It minimises
 * {@code sum((y - Xw)²) + alpha · sum(w²)}, as scikit-learn's {@code Ridge} does after its {@code StandardScaler}.
 *
 * @param alpha how much weights are held back; 0 not at all
 */
public record LinearRegression(double alpha) implements Regressor {
    public LinearRegression {
        Checks.notBelow("alpha", alpha, 0);
    }

    /** Holds no weight back. */
    public LinearRegression() {
        this(0);
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, label, this);
    }

    /** Trains for {@code trainer}, which may be another name for this. */
    Model fit(Table table, String label, Trainer trainer) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        checkRoom(schema.features().size(), trainer);
        var columns = schema.completeColumns(table, trainer.name());
        var all = new ArrayList<>(columns);
        all.add(numbers.values());
        var scales = Standardiser.of(all);
        var standardiser =
                new Standardiser(
                        Arrays.copyOf(scales.means(), columns.size()),
                        Arrays.copyOf(scales.deviations(), columns.size()));
        var interrupt = new InterruptCheck();
        IntConsumer watch =
                done ->
                        TrainingInterrupted.check(
                                trainer.name(),
                                done,
                                "of " + table.rowCount() + " rows",
                                interrupt);
        var weights =
                held(all, scales, watch)
                        .orElseGet(
                                () ->
                                        LeastSquares.weights(
                                                standardiser.apply(schema.rows(table)),
                                                numbers.values(),
                                                alpha,
                                                watch));
        return new LinearModel(
                schema, trainer, standardiser, new double[][] {weights}, Provenance.of(table));
    }

    /** Returns the weights that are held back, where the short way to them loses no digits. */
    private Optional<double[]> held(
            List<double[]> columns, Standardiser scales, IntConsumer watch) {
        return alpha == 0
                ? Optional.empty()
                : new NormalEquations(columns, scales.means(), scales.deviations())
                        .weights(alpha, watch);
    }

    /** A penalty is a row for each feature, however few rows there are. */
    private void checkRoom(int features, Trainer trainer) {
        long bytes = alpha > 0 ? 8L * features * (features + 1) : 0;
        FreeMemory.check(
                bytes,
                "%s with alpha %s needs %,d bytes for %s"
                        .formatted(trainer.name(), alpha, bytes, Amount.of(features, "feature")),
                "choose fewer, take alpha 0, or");
    }
}
