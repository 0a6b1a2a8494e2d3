package himalia.magics.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One {@code %name} line: its options are picocli fields, each call gets a new instance.
 *
 * <p>Found through {@link java.util.ServiceLoader}. The return type that {@link #run} declares is the static type of the
 * line in a cell, so {@code var model = %train …} needs no cast.
 *
 * @param <R> what it returns, {@link Void} for nothing
 */
public interface LineMagic<R> {
    /** Runs the magic; a {@link MagicException} is the user's slip, anything else ours. */
    @Nullable R run(Notebook notebook) throws Exception;

    /**
     * Returns plain Java that does the same through the library, to paste into a cell: what {@code --java} shows. Nothing
     * where there is none, because the magic acts on the notebook itself.
     */
    default Optional<String> java(JavaText java) {
        return Optional.empty();
    }
}
