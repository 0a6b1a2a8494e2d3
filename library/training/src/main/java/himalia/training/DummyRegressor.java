package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import himalia.table.Quantile;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/**
 * A baseline that looks at no feature and predicts one number: what a regressor has to beat.
 *
 * <pre>{@code
 * Model baseline = new DummyRegressor().fit(homes, "price");
 * Model high = new DummyRegressor(DummyRegressor.Strategy.QUANTILE, 0.9).fit(homes, "price");
 * }</pre>
 *
 * <p>As scikit-learn's of the same name. Texts and missing cells need no step before it.
 *
 * @param strategy what it predicts
 * @param value the quantile, 0 to 1, for QUANTILE; the number itself for CONSTANT; 0 for the others
 */
public record DummyRegressor(Strategy strategy, double value) implements Regressor {
    /** What is predicted whatever the features are. */
    public enum Strategy {
        /** The mean of the training rows' labels. */
        MEAN,
        /** The number below which half of the labels lie. */
        MEDIAN,
        /** The number below which a given share of the labels lies. */
        QUANTILE,
        /** A number that is given. */
        CONSTANT
    }

    public DummyRegressor {
        given(strategy, "strategy");
        if (strategy == Strategy.QUANTILE && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "the quantile must lie between 0 and 1, got " + value);
        }
        if (strategy == Strategy.CONSTANT && !Double.isFinite(value)) {
            throw new IllegalArgumentException("the constant must be finite, got " + value);
        }
        if (value != 0 && (strategy == Strategy.MEAN || strategy == Strategy.MEDIAN)) {
            throw new IllegalArgumentException(
                    "%s takes no value, got %s; QUANTILE and CONSTANT do"
                            .formatted(strategy, value));
        }
    }

    /** Predicts the mean. */
    public DummyRegressor() {
        this(Strategy.MEAN, 0);
    }

    @Override
    public Model fit(Table table, String label) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        return new DummyModel(
                schema, this, new double[] {number(numbers.values())}, Provenance.of(table));
    }

    private double number(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return switch (strategy) {
            case MEAN -> mean(values);
            case MEDIAN -> Quantile.of(sorted, 0.5);
            case QUANTILE -> Quantile.of(sorted, value);
            case CONSTANT -> value;
        };
    }

    private static double mean(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Double.isFinite(mean) ? mean : LargeMean.of(values);
    }
}
