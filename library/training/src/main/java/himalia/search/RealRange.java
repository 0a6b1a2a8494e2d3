package himalia.search;

import static himalia.display.bundle.Given.given;

/**
 * Numbers between two bounds.
 *
 * <pre>{@code
 * new RealRange(0, 1, 0, false)       // any
 * new RealRange(1e-4, 1, 0, true)     // as many of each magnitude
 * new RealRange(0, 1, 0.25, false)    // 0, 0.25, 0.5, 0.75, 1
 * }</pre>
 *
 * @param low the least
 * @param high the most
 * @param step from one to the next; 0 for any between the bounds
 * @param log true where factors matter, and not differences
 */
public record RealRange(double low, double high, double step, boolean log)
        implements ParameterDistribution {
    /** A step that divides the range up to rounding divides it. */
    private static final double SLACK = 1e-8;

    public RealRange {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException(
                    "the bounds of a range must be finite, the lower one first, got %s and %s"
                            .formatted(low, high));
        }
        if (!Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "a range from %s to %s is wider than a double holds".formatted(low, high));
        }
        if (!(step >= 0) || step > 0 && low < high && steps(low, high, step) < 1) {
            throw new IllegalArgumentException(
                    "a step must be above 0 and at most as wide as the range, got %s from %s to %s"
                            .formatted(step, low, high));
        }
        if (step > 0 && (high - low) / step >= Integer.MAX_VALUE - 1) {
            throw new IllegalArgumentException(
                    "a step of %s from %s to %s makes more values than can be counted; take 0 for any between the bounds"
                            .formatted(step, low, high));
        }
        if (log && (low <= 0 || step > 0)) {
            throw new IllegalArgumentException(
                    low <= 0
                            ? "a range of factors begins above 0, got " + low
                            : "a range of factors has no step, got " + step);
        }
    }

    /** Returns how many steps there are between two bounds; a share of one is none. */
    private static double steps(double low, double high, double step) {
        return (high - low) / step + SLACK;
    }

    /** Returns the most that the steps reach. */
    double last() {
        return step == 0 ? high : step(size() - 1);
    }

    /** Three tenths are a little more than 0.3: no value lies beyond the bound. */
    private double step(int index) {
        return Math.min(high, low + index * step);
    }

    @Override
    public Object at(double place) {
        if (step > 0) {
            int index = Math.min(size() - 1, (int) (place * size()));
            return step(index);
        }
        double value =
                log
                        ? Math.exp(Math.log(low) + place * (Math.log(high) - Math.log(low)))
                        : low + place * (high - low);
        return Math.max(low, Math.min(high, value));
    }

    @Override
    public double place(Object value) {
        double number = number(value);
        if (step > 0) {
            return (Math.rint((number - low) / step) + 0.5) / size();
        }
        if (low == high) {
            return 0.5;
        }
        return log
                ? (Math.log(number) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (number - low) / (high - low);
    }

    @Override
    public double number(Object value) {
        return ((Number) given(value, "value")).doubleValue();
    }

    @Override
    public Object value(double number) {
        return number;
    }

    @Override
    public boolean contains(Object value) {
        return given(value, "value") instanceof Number number
                && number.doubleValue() >= low
                && number.doubleValue() <= high;
    }

    @Override
    public int size() {
        return low == high ? 1 : step == 0 ? 0 : (int) steps(low, high, step) + 1;
    }

    @Override
    public String toString() {
        var bounds = low + ", " + high;
        return step > 0
                ? "step(" + bounds + ", " + step + ")"
                : (log ? "log(" : "uniform(") + bounds + ")";
    }
}
