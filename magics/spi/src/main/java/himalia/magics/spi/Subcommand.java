package himalia.magics.spi;

import java.util.List;

/**
 * One subcommand of a {@link FamilyMagic}: a picocli command whose name is the word that chooses it, with the options
 * that are its own.
 *
 * <p>A family extends it by what it asks of each, and the type argument is the static type of the line in a cell:
 * {@code interface Algorithm extends Subcommand<TrainedModel>}.
 *
 * @param <R> what a line with it gives, {@link Void} for nothing
 */
public interface Subcommand<R> {
    /** Returns those options of the family that say nothing here, as {@code --label}: no help tells them, and none is offered. */
    default List<String> without() {
        return List.of();
    }
}
