package himalia.magics.evaluation;

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

    boolean takesFeature() {
        return this == PDP || this == ICE;
    }

    /** Returns the word that is written. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
