package himalia.training;

/**
 * Where a network learns: in this process, or in others.
 *
 * <pre>{@code
 * NetworkPlace elsewhere = task -> {
 *     throw new UnsupportedOperationException("no cluster for " + task.name());
 * };
 * Model model = network.fit(train, "churned", network, elsewhere);
 * }</pre>
 */
@FunctionalInterface
public interface NetworkPlace {
    /** Begins a training. */
    NetworkEpochs begin(NetworkTask task);
}
