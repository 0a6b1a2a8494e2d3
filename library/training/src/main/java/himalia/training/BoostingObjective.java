package himalia.training;

/**
 * What boosted trees make small: one of XGBoost's own objectives, or one that is given as Java.
 *
 * <pre>{@code
 * new GradientBoostingRegressor(100, 42).by(BoostingObjective.quantile(0.9)).fit(homes, "price");
 * BoostingObjective tooLittleIsWorse =
 *         BoostingObjective.custom(
 *                 "too little is worse",
 *                 (margins, labels) ->
 *                         Derivatives.ofEach(margins, labels, (margin, label) -> margin < label ? 5 * (margin - label) : margin - label,
 *                                 (margin, label) -> margin < label ? 5 : 1));
 * new GradientBoostingRegressor(100, 42).by(tooLittleIsWorse).fit(homes, "price");
 * }</pre>
 */
public sealed interface BoostingObjective
        permits NamedObjective, CustomObjective, WrittenObjective {
    /** What a trainer has by itself: the squared error of numbers, the logarithmic loss of classes. */
    BoostingObjective OWN = new NamedObjective(NamedObjective.Name.OWN, 0);

    /** The squared error of a number: its mean is predicted. */
    BoostingObjective SQUARED_ERROR = new NamedObjective(NamedObjective.Name.SQUARED_ERROR, 0);

    /** The absolute error of a number: its median is predicted, and far ones count no more than near ones. */
    BoostingObjective ABSOLUTE_ERROR = new NamedObjective(NamedObjective.Name.ABSOLUTE_ERROR, 0);

    /** The squared error of the logarithm of one more, for numbers above -1 of which shares count. */
    BoostingObjective SQUARED_LOG_ERROR =
            new NamedObjective(NamedObjective.Name.SQUARED_LOG_ERROR, 0);

    /** The Poisson deviance, for counts from 0 on: trees add up to the logarithm of what is predicted. */
    BoostingObjective POISSON = new NamedObjective(NamedObjective.Name.POISSON, 0);

    /** The gamma deviance, for amounts above 0 whose errors grow with them: trees add up to the logarithm of what is predicted. */
    BoostingObjective GAMMA = new NamedObjective(NamedObjective.Name.GAMMA, 0);

    /**
     * Returns the pinball loss, by which a quantile is predicted.
     *
     * @param alpha between 0 and 1: 0.9 for numbers that nine of ten rows are below of
     */
    static BoostingObjective quantile(double alpha) {
        return new NamedObjective(NamedObjective.Name.QUANTILE, alpha);
    }

    /**
     * Returns the pseudo-Huber loss: near 0 it is the half of the squared error, far from it the absolute error.
     *
     * @param slope above 0: about from this error on it is the absolute one, in the unit of the label
     */
    static BoostingObjective pseudoHuber(double slope) {
        return new NamedObjective(NamedObjective.Name.PSEUDO_HUBER, slope);
    }

    /**
     * Returns the Tweedie deviance, for amounts of which many are 0, such as claims: trees add up to the logarithm of what is predicted.
     *
     * @param power of the mean that the variance grows with, from 1 on (Poisson) and below 2 (gamma)
     */
    static BoostingObjective tweedie(double power) {
        return new NamedObjective(NamedObjective.Name.TWEEDIE, power);
    }

    /**
     * Returns an objective of one's own, as XGBoost's {@code obj}, whose trees begin at a margin of 0.
     *
     * @param title what it is called, in messages and files
     * @param function gives gradient and Hessian
     */
    static BoostingObjective custom(String title, CustomObjective.Function function) {
        return new CustomObjective(title, 0, function);
    }
}
