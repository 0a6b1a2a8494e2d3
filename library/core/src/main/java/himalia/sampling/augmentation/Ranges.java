package himalia.sampling.augmentation;

/** What settings of transforms must lie between. */
final class Ranges {
    private Ranges() {}

    static void share(double value, String name) {
        between(value, 0, 1, name);
    }

    static void between(double value, double low, double high, String name) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "%s must lie between %s and %s, got %s".formatted(name, low, high, value));
        }
    }

    /** Takes numbers above 0 and at most 1. */
    static void partOfAll(double value, String name) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "%s must be above 0 and at most 1, got %s".formatted(name, value));
        }
    }

    static void notNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s must be a number and not below 0, got %s".formatted(name, value));
        }
    }

    static void positive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /** Refuses what is drawn from least to most where one is negative, or both change places. */
    static void inOrder(double least, double most) {
        notNegative(least, "least");
        notNegative(most, "most");
        if (least > most) {
            throw new IllegalArgumentException(
                    "least must not be above most, got %s and %s".formatted(least, most));
        }
    }
}
