package himalia.online;

/** Says which setting or value is wrong. */
final class DriftSettings {
    private DriftSettings() {}

    static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s must be at least %d, got %d".formatted(name, least, value));
        }
    }

    static void above(String name, double value, double low) {
        if (!(value > low && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s must be above %s and finite, got %s".formatted(name, low, value));
        }
    }

    static void finite(String detector, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s watches finite numbers, got %s; leave out rows without one"
                            .formatted(detector, value));
        }
    }
}
