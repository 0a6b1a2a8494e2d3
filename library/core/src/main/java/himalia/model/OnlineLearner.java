package himalia.model;

import tech.tablesaw.api.Table;

/**
 * What an {@link OnlineTrainer} has learnt so far; it may be asked for a model at any time, and goes on.
 *
 * <pre>{@code
 * OnlineLearner learner = new GaussianNB().start(train, "churned");
 * learner.partialFit(train);
 * Model model = learner.snapshot();
 * learner.partialFit(test);        // the model is as it was
 * learner.rows()                   // how many it has learnt from
 * }</pre>
 *
 * <p>One thread at a time.
 */
public interface OnlineLearner {
    /** Returns the settings it learns by. */
    OnlineTrainer trainer();

    /** Returns the columns it reads, and what its models predict. */
    Schema schema();

    /** Returns how many rows it has learnt from. */
    long rows();

    /**
     * Learns from more rows, in their order. Rows that are refused change nothing.
     *
     * @param table has the columns of the schema, and the label
     * @throws IllegalArgumentException if it has no rows, lacks a column, holds a class that the schema does not know, or numbers
     *     with which no model is left; the message says which and what to do
     */
    void partialFit(Table table);

    /**
     * Returns a model of what was learnt so far, which later rows do not change.
     *
     * @throws IllegalStateException if nothing was learnt yet, or too little for a model
     */
    Model snapshot();

    /** Returns another learner that is where this one is, and goes on by itself. */
    OnlineLearner copy();

    /**
     * Returns another learner that is where this one is, and goes on with other settings.
     *
     * @throws IllegalArgumentException if nobody can go on so: they are of another algorithm, or what was learnt depends on those before
     */
    default OnlineLearner copy(OnlineTrainer settings) {
        throw new IllegalArgumentException(
                "what %s has learnt does not go on with other settings, got %s"
                        .formatted(trainer().name(), settings));
    }
}
