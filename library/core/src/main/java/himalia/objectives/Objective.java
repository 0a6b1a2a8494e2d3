package himalia.objectives;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Target;
import tech.tablesaw.api.Table;

/**
 * One thing that is wanted of items, as a model tells it: the larger, the better.
 *
 * <pre>{@code
 * Model model = new LogisticRegression(1.0).fit(train, "clicked");
 * var objective = new Objective("clicked", model, 0.5);
 * objective.scores(test)      // the probability of a click, an item each
 * }</pre>
 *
 * @param name what it is called
 * @param model predicts a number, or tells two classes apart: then its score is the second one's probability
 * @param weight what it counts, 0 or more
 */
public record Objective(String name, Model model, double weight) {
    public Objective {
        given(name, "name");
        given(model, "model");
        checkWeight(name, weight);
        if (model.schema().target() instanceof Target.Classes target
                && target.classes().size() > 2) {
            throw new IllegalArgumentException(
                    "the model of '%s' tells %d classes apart, and none of them is the one that is wanted; train one for the class against all others"
                            .formatted(name, target.classes().size()));
        }
    }

    static void checkWeight(String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the weight of '%s' must be 0 or more and finite, got %s; of what is to be small, let a model predict the negative"
                            .formatted(name, weight));
        }
    }

    /** Returns the score of each item. */
    public double[] scores(Table items) {
        var said = model.predict(given(items, "items"));
        return model.schema().target() instanceof Target.Classes target
                ? said.probabilities(target.classes().get(1))
                : said.numbers();
    }
}
