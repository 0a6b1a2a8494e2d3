package himalia.model;

import static himalia.display.bundle.Given.given;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a model predicts.
 *
 * <pre>{@code
 * new Target.Classes("churned", List.of("no", "yes"))
 * new Target.Numbers("price")
 * new Target.Groups(List.of("0", "1"))
 * new Target.Scores(0.5)
 * model.schema().target()
 * }</pre>
 */
public sealed interface Target extends Serializable {
    /** What is predicted of a label. */
    enum Kind {
        /** One of some classes: {@link Classes}. */
        CLASSES,
        /** A number: {@link Numbers}. */
        NUMBERS,
        /** A number, too, by which the rows of a query are put in order, and which says nothing else. */
        RANKS
    }

    /** Returns the column that holds what is predicted, where a column does. */
    Optional<String> column();

    /**
     * Refuses a model that has learnt without a label where one is wanted that predicts it.
     *
     * @param who wants it, for the message, such as {@code "Bagging"}
     * @throws IllegalArgumentException if it finds groups, or tells how unlike others a row is
     */
    static void checkLabelled(Model model, String who) {
        given(model, "model");
        given(who, "who");
        var target = model.schema().target();
        if (target.column().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s takes what predicts a label, and %s %s"
                            .formatted(
                                    who,
                                    model.trainer(),
                                    target instanceof Groups
                                            ? "finds groups; take a classifier such as LogisticRegression, or a regressor such as LinearRegression, and judge groups with ClusterSeparation.of(rows, groups)"
                                            : "tells how unlike others a row is; take a classifier such as LogisticRegression, or a regressor such as LinearRegression, and rank rows by predict(table).scores()"));
        }
    }

    /**
     * Refuses a model that tells no classes apart where one is wanted that does.
     *
     * @param who wants it, for the message
     * @throws IllegalArgumentException if it predicts numbers, finds groups, or tells how unlike others a row is
     */
    static void checkClasses(Model model, String who) {
        checkLabelled(model, who);
        if (model.schema().target() instanceof Numbers numbers) {
            throw new IllegalArgumentException(
                    "%s takes what tells classes apart, and %s predicts numbers of '%s'; take a classifier such as LogisticRegression"
                            .formatted(who, model.trainer(), numbers.label()));
        }
    }

    /**
     * One of some classes.
     *
     * @param label the column that names the class
     * @param classes the values of the label, as text, in order; at least two, none of them twice
     */
    record Classes(String label, List<String> classes) implements Target {
        public Classes {
            given(label, "label");
            given(classes, "classes");
            classes = List.copyOf(classes);
            if (classes.size() < 2) {
                throw new IllegalArgumentException(
                        "label '%s' needs two classes at least, got %s".formatted(label, classes));
            }
            var seen = new HashSet<String>();
            for (var each : classes) {
                if (!seen.add(each)) {
                    throw new IllegalArgumentException(
                            "class '%s' of label '%s' is named twice, in %s; name each once"
                                    .formatted(each, label, classes));
                }
            }
        }

        @Override
        public Optional<String> column() {
            return Optional.of(label);
        }
    }

    /**
     * A number.
     *
     * @param label the column that holds it
     */
    record Numbers(String label) implements Target {
        public Numbers {
            given(label, "label");
        }

        @Override
        public Optional<String> column() {
            return Optional.of(label);
        }
    }

    /**
     * One of some groups that were found in rows without a label.
     *
     * @param groups what they are called, in order; none where no group was found
     */
    record Groups(List<String> groups) implements Target {
        public Groups {
            groups = List.copyOf(given(groups, "groups"));
        }

        @Override
        public Optional<String> column() {
            return Optional.empty();
        }
    }

    /**
     * How unlike the rows that were learnt from a row is.
     *
     * @param threshold what scores above it is an anomaly
     */
    record Scores(double threshold) implements Target {
        @Override
        public Optional<String> column() {
            return Optional.empty();
        }
    }
}
