package himalia.parallel;

/**
 * How the workers of a {@link DataParallel} agree.
 *
 * <pre>{@code
 * new DataParallel(network, 2).mode(Mode.ASYNC).staleness(4)
 * }</pre>
 */
public enum Mode {
    /** All make each step together, by the sum of their gradients: the model is that of one process. */
    SYNC,
    /** Each makes its steps when it is ready, on weights that others may have changed meanwhile: no two models are quite the same. */
    ASYNC
}
