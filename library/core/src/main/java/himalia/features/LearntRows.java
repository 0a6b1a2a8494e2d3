package himalia.features;

import static himalia.display.bundle.Given.given;

import tech.tablesaw.api.Table;

/**
 * A fitted step, and the rows that it has learnt from, done for a model to learn from.
 *
 * <pre>{@code
 * LearntRows learnt = new TargetEncoder().fitApply(train, "churned");
 * }</pre>
 *
 * @param step what does all other rows
 * @param rows the rows to learn from
 */
public record LearntRows(FittedStep step, Table rows) {
    public LearntRows {
        given(step, "step");
        given(rows, "rows");
    }
}
