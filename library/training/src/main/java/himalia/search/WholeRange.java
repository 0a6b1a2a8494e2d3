package himalia.search;

import static himalia.display.bundle.Given.given;

/**
 * Whole numbers between two bounds.
 *
 * <pre>{@code
 * new WholeRange(2, 8, 1, false)       // 2, 3, … 8
 * new WholeRange(50, 400, 50, false)   // 50, 100, … 400
 * new WholeRange(1, 1000, 1, true)     // as many of each magnitude
 * }</pre>
 *
 * @param low the least
 * @param high the most
 * @param step from one to the next
 * @param log true where factors matter, and not differences
 */
public record WholeRange(int low, int high, int step, boolean log)
        implements ParameterDistribution {
    public WholeRange {
        if (low > high) {
            throw new IllegalArgumentException(
                    "the bounds of a range come with the lower one first, got %d and %d"
                            .formatted(low, high));
        }
        if ((long) high - low >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a range from %d to %d has more numbers than can be counted"
                            .formatted(low, high));
        }
        if (step < 1 || low < high && step > high - low) {
            throw new IllegalArgumentException(
                    "a step must be at least 1 and at most as wide as the range, got %d from %d to %d"
                            .formatted(step, low, high));
        }
        if (log && (low < 1 || step > 1)) {
            throw new IllegalArgumentException(
                    low < 1
                            ? "a range of factors begins at 1 or above, got " + low
                            : "a range of factors has no step, got " + step);
        }
    }

    /** Returns the most that the steps reach. */
    int last() {
        return low + (size() - 1) * step;
    }

    @Override
    public Object at(double place) {
        if (log) {
            double from = Math.log(low - 0.5);
            double value = Math.rint(Math.exp(from + place * (Math.log(high + 0.5) - from)));
            return (int) Math.max(low, Math.min(high, value));
        }
        return low + Math.min(size() - 1, (int) (place * size())) * step;
    }

    @Override
    public double place(Object value) {
        double number = number(value);
        if (log) {
            double from = Math.log(low - 0.5);
            return (Math.log(number) - from) / (Math.log(high + 0.5) - from);
        }
        return ((number - low) / step + 0.5) / size();
    }

    @Override
    public double number(Object value) {
        return ((Number) given(value, "value")).doubleValue();
    }

    @Override
    public Object value(double number) {
        return (int) Math.rint(number);
    }

    @Override
    public boolean contains(Object value) {
        return given(value, "value") instanceof Integer number && number >= low && number <= high;
    }

    @Override
    public int size() {
        return (high - low) / step + 1;
    }

    @Override
    public String toString() {
        var bounds = low + ", " + high;
        return log
                ? "logint(" + bounds + ")"
                : "int(" + bounds + (step > 1 ? ", " + step : "") + ")";
    }
}
