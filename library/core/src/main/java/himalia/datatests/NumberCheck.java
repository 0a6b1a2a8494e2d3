package himalia.datatests;

/**
 * What must hold of a number.
 *
 * <pre>{@code
 * check("recall", report.recall("1")).isGreaterThan(0.6).isAtMost(1);
 * check(1.0 / 3).isCloseTo(0.333, 0.001);
 * }</pre>
 *
 * <p>NaN fulfils nothing.
 */
public final class NumberCheck {
    private final double value;
    private final Findings findings;

    NumberCheck(String name, double value, String text) {
        this.value = value;
        this.findings = Findings.of(name, text);
    }

    public NumberCheck isGreaterThan(double bound) {
        return expect(value > bound, "greater than " + text(bound));
    }

    public NumberCheck isAtLeast(double bound) {
        return expect(value >= bound, "at least " + text(bound));
    }

    public NumberCheck isLessThan(double bound) {
        return expect(value < bound, "less than " + text(bound));
    }

    public NumberCheck isAtMost(double bound) {
        return expect(value <= bound, "at most " + text(bound));
    }

    public NumberCheck isBetween(double low, double high) {
        return expect(value >= low && value <= high, "between " + text(low) + " and " + text(high));
    }

    public NumberCheck isEqualTo(double expected) {
        return expect(value == expected, "equal to " + text(expected));
    }

    /** Checks that the value is near another one. */
    public NumberCheck isCloseTo(double expected, double tolerance) {
        return expect(
                Math.abs(value - expected) <= tolerance,
                "within " + text(tolerance) + " of " + text(expected));
    }

    private NumberCheck expect(boolean holds, String wanted) {
        findings.expect(holds, wanted);
        return this;
    }

    /** Whole numbers without a point: nobody writes 100.0 rows. */
    private static String text(double number) {
        boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return isWhole ? Long.toString((long) number) : Double.toString(number);
    }

    @Override
    public String toString() {
        return findings.toString();
    }
}
