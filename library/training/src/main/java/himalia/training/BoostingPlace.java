package himalia.training;

/**
 * Where boosted trees grow: in this process, or in others.
 *
 * <pre>{@code
 * BoostingPlace elsewhere = task -> {
 *     throw new UnsupportedOperationException("no cluster for " + task.name());
 * };
 * Model model = trees.fit(train, "churned", trees, elsewhere);
 * }</pre>
 */
@FunctionalInterface
public interface BoostingPlace {
    /** Returns the trees, as XGBoost writes them. */
    byte[] grow(BoostingTask task);
}
