package himalia.training;

/**
 * Where boosted trees grow: in this process, or in others.
 *
 * <pre>{@code
 * BoostingPlace elsewhere = task -> grownOnTheCluster(task);
 * Model model = trees.fit(train, "churned", trees, elsewhere);
 * }</pre>
 */
@FunctionalInterface
public interface BoostingPlace {
    /** Returns the trees, as XGBoost writes them. */
    byte[] grow(BoostingTask task);
}
