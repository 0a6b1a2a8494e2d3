package himalia.magics.featurestore;

import himalia.featurestore.FeatureStore;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.Subcommand;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %features} can do: a picocli command with its own options, named in {@code
 * META-INF/services/himalia.magics.featurestore.FeatureAction} of any jar.
 *
 * @param <R> what it gives: the static type of the line
 */
public interface FeatureAction<R> extends Subcommand<R> {
    /** Does it in a store. */
    @Nullable R run(Notebook notebook, FeatureStore store) throws Exception;

    /**
     * Returns plain Java that does the same.
     *
     * @param store how the store is written in Java
     */
    String java(JavaText java, String store);
}
