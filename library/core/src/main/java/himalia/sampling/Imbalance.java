package himalia.sampling;

import static himalia.display.bundle.Given.given;

import tech.tablesaw.api.Table;

/**
 * Makes a table imbalanced, to see what becomes of a model: imbalanced-learn's {@code make_imbalance}.
 *
 * <pre>{@code
 * Table rare = Imbalance.make(train, "churned", new Strategy("1=20"), 42);
 * Table tenth = Imbalance.make(
 *         train, "churned", Strategy.by(train, "churned", counts -> Map.of("1", counts.get("1") / 10)), 42);
 * }</pre>
 */
public final class Imbalance {
    private Imbalance() {}

    /**
     * Returns as many rows of each class as the strategy names, drawn by chance in their order, and all rows of other classes.
     *
     * @param strategy classes and how many rows each shall have, at most those there are: {@code 1=20}
     * @param seed makes two runs agree
     * @throws IllegalArgumentException if the strategy names no numbers of rows, or more rows than there are
     */
    public static Table make(Table table, String label, Strategy strategy, long seed) {
        return trace(table, label, strategy, seed).table();
    }

    /** Returns the same, and tells of every row whether it is kept. */
    public static Resampling trace(Table table, String label, Strategy strategy, long seed) {
        if (!given(strategy, "strategy").text().contains("=")) {
            throw new IllegalArgumentException(
                    "strategy '%s' does not say how many rows each class shall have; write class=rows, such as 1=20, or ask a function by Strategy.by"
                            .formatted(strategy));
        }
        return new RandomUnderSampler(strategy, seed).trace(table, label);
    }
}
