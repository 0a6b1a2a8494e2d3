package himalia.training;

/**
 * What learns epoch by epoch in an {@link EpochLoop}.
 *
 * @param <T> a copy of what it is at the end of an epoch
 */
interface Epochs<T> extends AutoCloseable {
    /**
     * Where a training is between two epochs.
     *
     * @param epoch how many epochs are over
     * @param bestEpoch which one left the best; 0 before the first
     * @param least the loss of that one, on the rows that were set aside
     * @param last the loss of the last epoch
     * @param best what the best one left
     */
    record State<T>(int epoch, int bestEpoch, double least, double last, T best) {
        static <T> State<T> start(T first) {
            return new State<>(0, 0, Double.POSITIVE_INFINITY, Double.NaN, first);
        }
    }

    /** Returns where it begins: before the first epoch, or where another training was cut off. */
    default State<T> begin() {
        return State.start(copy());
    }

    /**
     * Sees every row once.
     *
     * @param number the epoch's number, from 1
     * @param order the rows in the order in which they are seen
     * @return the mean loss on the way
     */
    double epoch(int number, int[] order);

    /** Returns a copy of what it is now. */
    T copy();

    /** Returns the mean loss of a copy on the rows that were set aside, asked where there are some. */
    double validation(T copy);

    /** Returns the mean loss of a copy on rows that were learnt from, or some of them. */
    double training(T copy);

    /** Hears that an epoch is over. */
    default void reached(State<T> state) {}

    @Override
    void close();
}
