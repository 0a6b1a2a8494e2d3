package himalia.magics.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One {@code %name word} line whose word chooses among subcommands that any jar may add: {@code %train xgboost}. Its
 * fields are what all subcommands share, and each call gets new instances of both.
 *
 * <p>Found through {@link java.util.ServiceLoader}, as its subcommands are: their services file has the name of {@code
 * S}. The word may stand anywhere among the options. Its {@code synopsisSubcommandLabel} says what the word is called.
 *
 * @param <S> the type of its subcommands
 */
public interface FamilyMagic<S extends Subcommand<?>> {
    /**
     * Runs the magic with the subcommand of the line; what it returns is of the type that the family declares here, or the subcommand where that is {@code
     * Object}.
     */
    @Nullable Object run(Notebook notebook, S chosen) throws Exception;

    /**
     * Returns whether a subcommand, as any jar may add one, is of use here. No help tells of one that is not, and none is offered; {@link #run} refuses it in words of its own.
     *
     * @param subcommand no line has been read yet: its fields have no values
     */
    default boolean takes(S subcommand) {
        return true;
    }

    /** Returns plain Java that does the same, as {@link LineMagic#java} does. */
    default Optional<String> java(JavaText java, S chosen) {
        return Optional.empty();
    }
}
