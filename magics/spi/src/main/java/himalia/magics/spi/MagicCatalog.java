package himalia.magics.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows the magics, binds the words of a line to their options, and calls them. Found through {@link
 * java.util.ServiceLoader}; the worker knows magics by this interface only.
 *
 * <p>A word is a {@code String}, or a {@link Value} where the kernel compiled it as a Java expression.
 */
public interface MagicCatalog {
    /** Returns every magic, sorted by name. */
    List<MagicDescription> describe();

    /** Runs a {@link MagicDescription.Kind#LINE} magic. */
    @Nullable Object line(Notebook notebook, String name, List<Object> words) throws Exception;

    /** Runs a {@code %%name} magic over its body: a text, or the value of its expression. */
    @Nullable Object cell(Notebook notebook, String name, List<Object> words, @Nullable Object body)
            throws Exception;

    /** Binds an {@link MagicDescription.Kind#AROUND} magic, ready for its two calls. */
    AroundMagic<?> around(Notebook notebook, String name, List<Object> words) throws Exception;

    /**
     * The value of a Java expression among the words of a line.
     *
     * @param source the expression as the user wrote it, for messages
     * @param value its value
     */
    record Value(String source, @Nullable Object value) {}
}
