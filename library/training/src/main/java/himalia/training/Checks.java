package himalia.training;

/** Says which setting is wrong, and with which value. */
final class Checks {
    private Checks() {}

    static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + ", got " + value);
        }
    }

    /** Checks that a value is above {@code low} and not above {@code high}. */
    static void within(String name, double value, double low, double high) {
        if (!(value > low && value <= high)) {
            throw new IllegalArgumentException(
                    "%s must be above %s and at most %s, got %s".formatted(name, low, high, value));
        }
    }

    static void above(String name, double value, double low) {
        if (!(value > low && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + " must be above " + low + " and finite, got " + value);
        }
    }

    static void notBelow(String name, double value, double low) {
        if (!(value >= low && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s must be %.0f or above and finite, got %s".formatted(name, low, value));
        }
    }
}
