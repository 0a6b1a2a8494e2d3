package himalia.search;

/**
 * The values that a parameter may have.
 *
 * <pre>{@code
 * new RealRange(1e-4, 1, 0, true).at(0.5)    // 0.01: half of the way by factors
 * new WholeRange(2, 8, 1, false)
 * new Choice(List.of("gini", "entropy"))
 * }</pre>
 */
public sealed interface ParameterDistribution permits RealRange, WholeRange, Choice {
    /**
     * Returns the value at a place: each is as probable where places are drawn evenly.
     *
     * @param place from 0, and below 1
     */
    Object at(double place);

    /** Returns where a value lies, from 0 to 1; {@link #at} gives it back. */
    double place(Object value);

    /** Returns the number that stands for a value in Optuna's files: itself, or the place of a choice in its list. */
    double number(Object value);

    /** Returns the value that a number stands for. */
    Object value(double number);

    /** Returns whether a value is one of them. */
    boolean contains(Object value);

    /** Returns how many values there are; 0 where there is no end of them. */
    int size();
}
