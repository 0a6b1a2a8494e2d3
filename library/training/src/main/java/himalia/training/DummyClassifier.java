package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/**
 * A baseline that looks at no feature: what a classifier has to beat.
 *
 * <pre>{@code
 * Model baseline = new DummyClassifier().fit(train, "churned");
 * Model alarm = new DummyClassifier("yes").fit(train, "churned");
 * Model guess = new DummyClassifier(DummyClassifier.Strategy.STRATIFIED, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>As scikit-learn's of the same name, but that what is drawn of a row depends on the seed and on the row alone: it is the same
 * in any table, and equal rows have equal answers. Texts and missing cells need no step before it.
 *
 * @param strategy what it answers
 * @param constant the class that CONSTANT answers with; empty for the others
 * @param seed makes two runs agree, where STRATIFIED or UNIFORM draw
 */
public record DummyClassifier(Strategy strategy, String constant, long seed) implements Classifier {
    /** What is answered whatever the features are. */
    public enum Strategy {
        /** The classes' shares of the training rows as probabilities, so the most frequent class. */
        PRIOR,
        /** The most frequent class, with probability 1; of equally frequent ones the first. */
        MOST_FREQUENT,
        /** A class drawn by the classes' shares. */
        STRATIFIED,
        /** A class drawn, each as likely as the others. */
        UNIFORM,
        /** A class that is given. */
        CONSTANT;

        boolean draws() {
            return this == STRATIFIED || this == UNIFORM;
        }
    }

    public DummyClassifier {
        given(strategy, "strategy");
        given(constant, "constant");
        if (constant.isEmpty() == (strategy == Strategy.CONSTANT)) {
            throw new IllegalArgumentException(
                    strategy == Strategy.CONSTANT
                            ? "CONSTANT needs the class to answer with: new DummyClassifier(\"yes\")"
                            : "%s answers with no constant '%s'; take new DummyClassifier(\"%2$s\")"
                                    .formatted(strategy, constant));
        }
    }

    /** Answers with the classes' shares. */
    public DummyClassifier() {
        this(Strategy.PRIOR, 42);
    }

    /** Answers as {@code strategy} says, any of them but CONSTANT. */
    public DummyClassifier(Strategy strategy, long seed) {
        this(strategy, "", seed);
    }

    /** Answers with one class. */
    public DummyClassifier(String constant) {
        this(Strategy.CONSTANT, constant, 42);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        return new DummyModel(schema, this, values(labels), Provenance.of(table));
    }

    private double[] values(Labels labels) {
        int classes = labels.classes().size();
        var counts = labels.counts();
        var shares = new double[classes];
        Arrays.setAll(shares, k -> counts[k] / (double) labels.size());
        var one = new double[classes];
        return switch (strategy) {
            case PRIOR, STRATIFIED -> shares;
            case UNIFORM -> {
                Arrays.fill(one, 1.0 / classes);
                yield one;
            }
            case MOST_FREQUENT -> {
                one[Members.largest(shares)] = 1;
                yield one;
            }
            case CONSTANT -> {
                one[place(labels)] = 1;
                yield one;
            }
        };
    }

    private int place(Labels labels) {
        int place = labels.classes().indexOf(constant);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "label '%s' has no class '%s' to answer with; there are: %s"
                            .formatted(
                                    labels.name(), constant, String.join(", ", labels.classes())));
        }
        return place;
    }
}
