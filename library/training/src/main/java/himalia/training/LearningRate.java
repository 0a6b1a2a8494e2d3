package himalia.training;

import static himalia.display.bundle.Given.given;

/**
 * How far each step of a stochastic gradient descent goes, by scikit-learn's names.
 *
 * <pre>{@code
 * LearningRate.optimal()                    // 1 / (alpha * (t0 + t)), where alpha tells t0
 * LearningRate.constant(0.01)
 * LearningRate.invScaling(0.01, 0.25)       // 0.01 / t^0.25
 * }</pre>
 *
 * @param schedule how it shortens with the number t of the row, which counts from 1
 * @param eta0 the first step's length, above 0; of no account where it is optimal
 * @param power how fast it shortens where it is inverse scaling
 */
public record LearningRate(Schedule schedule, double eta0, double power) {
    /** How steps shorten. */
    public enum Schedule {
        /** They do not. */
        CONSTANT,
        /** As fast as Bottou's rule for the penalty says. */
        OPTIMAL,
        /** By a power of the number of rows. */
        INV_SCALING
    }

    public LearningRate {
        given(schedule, "schedule");
        Checks.above("eta0", eta0, 0);
        if (!Double.isFinite(power)) {
            throw new IllegalArgumentException("power must be finite, got " + power);
        }
    }

    /** Returns steps that shorten as fast as the penalty asks for. */
    public static LearningRate optimal() {
        return new LearningRate(Schedule.OPTIMAL, 0.01, 0.5);
    }

    /** Returns steps of one length: the only ones that follow a stream for ever. */
    public static LearningRate constant(double eta0) {
        return new LearningRate(Schedule.CONSTANT, eta0, 0.5);
    }

    /** Returns steps of {@code eta0 / t^power}. */
    public static LearningRate invScaling(double eta0, double power) {
        return new LearningRate(Schedule.INV_SCALING, eta0, power);
    }

    /** Returns the length of a step, by the row's number from 1. */
    double step(long row, double alpha) {
        return switch (schedule) {
            case CONSTANT -> eta0;
            case INV_SCALING -> eta0 / Math.pow(row, power);
            case OPTIMAL -> {
                // A typical weight; Bottou's heuristic, of which scikit-learn takes the loss's
                // slope as 1.
                double weight = Math.sqrt(1 / Math.sqrt(alpha));
                yield 1 / (alpha * (1 / (weight * alpha) + row - 1));
            }
        };
    }

    /** Refuses a rate that a penalty of 0 leaves undefined. */
    void check(double alpha) {
        if (schedule == Schedule.OPTIMAL && alpha == 0) {
            throw new IllegalArgumentException(
                    "alpha is 0, and the optimal rate is told by alpha; take LearningRate.constant(0.01), or an alpha above 0");
        }
    }
}
