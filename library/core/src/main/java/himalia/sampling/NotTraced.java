package himalia.sampling;

/**
 * Says that a sampler does not tell where its rows come from; it samples all the same.
 *
 * <pre>{@code
 * Sampler sampler = (table, label) -> table.first(9);
 * try {
 *     display(sampler.trace(train, "churned"));
 * } catch (NotTraced e) {
 *     display(sampler.resample(train, "churned"));
 * }
 * }</pre>
 */
public final class NotTraced extends UnsupportedOperationException {
    private static final long serialVersionUID = 1;

    NotTraced(Sampler sampler) {
        super(
                "%s does not tell where its rows come from; call resample, or let it override trace"
                        .formatted(sampler.getClass().getSimpleName()));
    }
}
