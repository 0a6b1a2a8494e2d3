package himalia.model;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * An algorithm that learns from rows as they come, and goes on from where it is.
 *
 * <pre>{@code
 * OnlineTrainer trainer = new GaussianNB();
 * OnlineLearner learner = trainer.start(train, "churned");   // knows the columns and classes, and has learnt nothing
 * learner.partialFit(train);
 * learner.partialFit(test);
 * Model model = learner.snapshot();
 * }</pre>
 */
public interface OnlineTrainer extends Trainer {
    /** Begins a learner of a schema: it has learnt nothing yet. */
    OnlineLearner start(Schema schema);

    /**
     * Begins a learner for tables like this one; none of its rows is learnt from.
     *
     * @param first has all columns, and a row at least of every class that will ever come
     * @throws IllegalArgumentException if it has no such label, or one class only
     */
    OnlineLearner start(Table first, String label);

    /**
     * Begins a learner for tables like this one, which may lack rows of some classes.
     *
     * <pre>{@code
     * new GaussianNB().start(train, "churned", List.of("no", "yes"))
     * }</pre>
     *
     * @param classes all that will ever come, in order, each once
     * @throws IllegalArgumentException naming a class that is named twice
     */
    default OnlineLearner start(Table first, String label, List<String> classes) {
        return start(Schema.of(first, new Target.Classes(label, classes)));
    }
}
