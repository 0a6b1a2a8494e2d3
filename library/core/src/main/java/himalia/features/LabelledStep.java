package himalia.features;

import tech.tablesaw.api.Table;

/**
 * A step that learns from the label too, such as one that puts in the place of a city how often its customers leave.
 *
 * <pre>{@code
 * LearntRows learnt = new TargetEncoder().fitApply(train, "churned");
 * learnt.rows()               // what a model learns from
 * learnt.step().apply(test)   // what it predicts
 * }</pre>
 *
 * <p>Its rows to learn from may be done in another way than all others: of what a row's own label has a part in, a model
 * would learn the label. In a {@link Pipeline} that is seen to.
 */
public interface LabelledStep extends Step {
    @Override
    FittedStep fit(Table table, String label);

    /** Refuses to learn without a label. */
    @Override
    default FittedStep fit(Table features) {
        throw new IllegalArgumentException(
                "%s learns from the label; name it: fit(train, \"churned\")".formatted(name()));
    }

    /** Learns from a table, and does its rows for a model to learn from. */
    default LearntRows fitApply(Table table, String label) {
        var step = fit(table, label);
        return new LearntRows(step, step.apply(table));
    }
}
