package himalia.training;

import himalia.model.Target;
import himalia.model.Trainer;

/** Says which setting is wrong, and with which value. */
final class Checks {
    private Checks() {}

    static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + ", got " + value);
        }
    }

    /** Refuses a member that is known to predict no classes; one that does not say is met when it has learnt. */
    static void tellsClasses(String whole, Trainer member) {
        var kind = member.predicts().orElse(Target.Kind.CLASSES);
        if (kind != Target.Kind.CLASSES) {
            throw new IllegalArgumentException(
                    "%s tells classes apart, and %s %s; take a classifier, such as new DecisionTree(1, 42)"
                            .formatted(
                                    whole,
                                    member.name(),
                                    kind == Target.Kind.RANKS
                                            ? "ranks the rows of a query"
                                            : "predicts numbers"));
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
