package himalia.features;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/** Where a function of one number with one valley is least. */
final class Minimum {
    private static final double TOLERANCE = 1e-9;

    /** So far out, a valley has no floor. */
    private static final double FURTHEST = 1e6;

    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    private Minimum() {}

    /** Begins between two numbers, and goes further where the valley is elsewhere. */
    static double of(DoubleUnaryOperator function, double from, double to) {
        double width = to - from;
        double middle = (from + to) / 2;
        double least = function.applyAsDouble(middle);
        double low = from;
        double high = to;
        for (double next = function.applyAsDouble(low);
                next < least && width < FURTHEST;
                next = function.applyAsDouble(low)) {
            high = middle;
            middle = low;
            least = next;
            width *= 2;
            low = middle - width;
        }
        for (double next = function.applyAsDouble(high);
                next < least && width < FURTHEST;
                next = function.applyAsDouble(high)) {
            low = middle;
            middle = high;
            least = next;
            width *= 2;
            high = middle + width;
        }
        return searched(function, new SearchInterval(low, high, middle));
    }

    /** Looks between two numbers alone. */
    static double between(DoubleUnaryOperator function, double from, double to) {
        double start = from + GOLDEN * (to - from);
        return from < to ? searched(function, new SearchInterval(from, to, start)) : from;
    }

    private static double searched(DoubleUnaryOperator function, SearchInterval interval) {
        return new BrentOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(function::applyAsDouble),
                        interval,
                        new MaxEval(1_000))
                .getPoint();
    }
}
