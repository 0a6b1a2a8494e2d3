package himalia.training;

import himalia.model.Model;
import himalia.model.Regressor;
import tech.tablesaw.api.Table;

/**
 * A linear model of a number that leaves features out: their weights are held back by their size, and those of little use are 0.
 *
 * <pre>{@code
 * Model model = new Lasso(1.0).fit(homes, "price");
 * }</pre>
 *
 * <p>It is {@link ElasticNet} with {@code l1Ratio} 1, and minimises {@code sum((y - Xw)²) / 2n + alpha · sum(|w|)}: scikit-learn's of the same
 * name behind a {@code StandardScaler}, but that it goes on to the minimum, where scikit-learn stops at a tolerance of 0.0001.
 *
 * @param alpha how much weights are held back, above 0, in the unit of the label
 */
public record Lasso(double alpha) implements Regressor {
    public Lasso {
        ElasticNet.checkAlpha(alpha);
    }

    /** Holds weights back by an alpha of 1. */
    public Lasso() {
        this(1);
    }

    @Override
    public Model fit(Table table, String label) {
        return new ElasticNet(alpha, 1).fit(table, label, this);
    }
}
