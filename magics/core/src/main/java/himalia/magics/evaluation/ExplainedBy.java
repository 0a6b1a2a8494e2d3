package himalia.magics.evaluation;

import himalia.display.bundle.Listed;
import himalia.magics.spi.MagicException;
import himalia.model.Model;
import java.util.Locale;

/** What {@code %explain} tells of a model. */
public enum ExplainedBy {
    /** What mixing a column costs. */
    PERMUTATION,
    /** What is said over a feature, on the mean. */
    PDP,
    /** The same, row by row. */
    ICE,
    /** What each column adds. */
    SHAP,
    /** One tree. */
    TREE;

    private static final int SHOWN = 12;

    private boolean takesFeature() {
        return this == PDP || this == ICE;
    }

    void checkFeature(String feature, Model model) {
        if (takesFeature() && feature.isEmpty()) {
            throw new MagicException(
                    "%%explain: --what %s is drawn along one column; name it, as in --feature %s. The model reads: %s"
                            .formatted(
                                    this,
                                    model.schema().featureNames().get(0),
                                    Listed.of(model.schema().featureNames(), SHOWN)));
        }
        if (!takesFeature() && !feature.isEmpty()) {
            throw new MagicException(
                    "%%explain: --feature %s is for --what pdp and --what ice, and %s tells of all columns; leave one of them out"
                            .formatted(feature, this));
        }
    }

    /** Returns the word that is written. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
