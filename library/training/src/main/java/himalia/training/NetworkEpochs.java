package himalia.training;

import himalia.training.numeric.Network;

/**
 * A network that learns, epoch by epoch, wherever it lies.
 *
 * <pre>{@code
 * try (NetworkEpochs epochs = place.begin(task)) {
 *     double loss = epochs.epoch(1, order);
 *     Network network = epochs.network();
 * }
 * }</pre>
 */
public interface NetworkEpochs extends AutoCloseable {
    /**
     * Sees every row once.
     *
     * @param number the epoch's number, from 1
     * @param order the rows in the order in which they are seen
     * @return the mean loss on the way
     */
    double epoch(int number, int[] order);

    /** Returns a copy of the network as it is. */
    Network network();

    @Override
    void close();
}
