package himalia.training;

import static himalia.display.bundle.Given.given;

import java.util.Locale;
import java.util.Map;

/**
 * An objective that XGBoost has itself.
 *
 * <pre>{@code
 * new NamedObjective(NamedObjective.Name.QUANTILE, 0.9)    // BoostingObjective.quantile(0.9)
 * }</pre>
 *
 * @param name which
 * @param parameter alpha of a quantile, slope of pseudo-Huber, power of Tweedie; 0 of all others
 */
public record NamedObjective(Name name, double parameter) implements BoostingObjective {
    /** XGBoost's objectives. */
    public enum Name {
        /** The squared error of numbers, the logarithmic loss of classes. */
        OWN("reg:squarederror", ""),
        /** {@link BoostingObjective#SQUARED_ERROR}. */
        SQUARED_ERROR("reg:squarederror", ""),
        /** {@link BoostingObjective#ABSOLUTE_ERROR}. */
        ABSOLUTE_ERROR("reg:absoluteerror", ""),
        /** {@link BoostingObjective#pseudoHuber}. */
        PSEUDO_HUBER("reg:pseudohubererror", "huber_slope"),
        /** {@link BoostingObjective#quantile}. */
        QUANTILE("reg:quantileerror", "quantile_alpha"),
        /** {@link BoostingObjective#SQUARED_LOG_ERROR}. */
        SQUARED_LOG_ERROR("reg:squaredlogerror", ""),
        /** {@link BoostingObjective#POISSON}. */
        POISSON("count:poisson", ""),
        /** {@link BoostingObjective#GAMMA}. */
        GAMMA("reg:gamma", ""),
        /** {@link BoostingObjective#tweedie}. */
        TWEEDIE("reg:tweedie", "tweedie_variance_power");

        private final String xgboost;
        private final String parameter;

        Name(String xgboost, String parameter) {
            this.xgboost = xgboost;
            this.parameter = parameter;
        }

        /** Returns whether it has a number of its own, such as the alpha of a quantile. */
        public boolean hasParameter() {
            return !parameter.isEmpty();
        }

        String said() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public NamedObjective {
        switch (given(name, "name")) {
            case QUANTILE -> check(parameter > 0 && parameter < 1, "alpha", "in (0, 1)", parameter);
            case PSEUDO_HUBER ->
                    check(
                            parameter > 0 && Float.isFinite((float) parameter),
                            "slope",
                            "above 0, and a float",
                            parameter);
            case TWEEDIE -> check(parameter >= 1 && parameter < 2, "power", "in [1, 2)", parameter);
            default ->
                    check(
                            parameter == 0,
                            "the parameter of " + name.said(),
                            "0: it has none",
                            parameter);
        }
    }

    private static void check(boolean isRight, String what, String wanted, double value) {
        if (!isRight) {
            throw new IllegalArgumentException(
                    "%s must be %s, got %s".formatted(what, wanted, value));
        }
    }

    /** Returns whether trees add up to the logarithm of what is predicted. */
    boolean isLog() {
        return name == Name.POISSON || name == Name.GAMMA || name == Name.TWEEDIE;
    }

    /** Returns whether a number from another start, and in another unit, is learnt alike. */
    boolean isShifted() {
        return !isLog() && name != Name.SQUARED_LOG_ERROR;
    }

    /** Returns XGBoost's words. */
    Map<String, Object> parameters(double unit) {
        if (name.parameter.isEmpty()) {
            return Map.of("objective", name.xgboost);
        }
        double value = name == Name.PSEUDO_HUBER ? parameter / unit : parameter;
        return Map.of("objective", name.xgboost, name.parameter, value);
    }

    /** Returns the unit of the loss, where labels are in one. */
    double lossUnit(double unit) {
        return name == Name.PSEUDO_HUBER ? unit * unit : unit;
    }

    @Override
    public String toString() {
        return name.parameter.isEmpty() ? name.said() : name.said() + "(" + parameter + ")";
    }
}
