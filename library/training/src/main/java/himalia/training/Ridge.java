package himalia.training;

import himalia.model.Model;
import himalia.model.Regressor;
import tech.tablesaw.api.Table;

/**
 * A linear model of a number whose weights are held back by their squares: ridge regression.
 *
 * <pre>{@code
 * Model model = new Ridge(1.0).fit(homes, "price");
 * }</pre>
 *
 * <p>It is {@link LinearRegression} with a penalty, at the one best fit of {@code sum((y - Xw)²) + alpha · sum(w²)}: scikit-learn's of the same
 * name behind a {@code StandardScaler}.
 *
 * @param alpha how much weights are held back; 0 not at all
 */
public record Ridge(double alpha) implements Regressor {
    public Ridge {
        Checks.notBelow("alpha", alpha, 0);
    }

    /** Holds weights back by an alpha of 1. */
    public Ridge() {
        this(1);
    }

    @Override
    public Model fit(Table table, String label) {
        return new LinearRegression(alpha).fit(table, label, this);
    }
}
