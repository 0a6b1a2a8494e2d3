package himalia.evaluation;

/**
 * How a metric of each class becomes one number; scikit-learn's {@code average}.
 *
 * <pre>{@code
 * report.confusion().f1(Average.MACRO)
 * }</pre>
 */
public enum Average {
    /** Over all rows, whichever their class: a common class counts for more. */
    MICRO,
    /** The mean over classes: a rare one counts as much as a common one. */
    MACRO,
    /** The mean over classes, each by how many rows it has. */
    WEIGHTED
}
