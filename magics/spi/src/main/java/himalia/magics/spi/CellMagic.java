package himalia.magics.spi;

import org.jspecify.annotations.Nullable;

/**
 * One {@code %%name} cell over a body that is passed to it: as text, or, where the body's type is anything but {@code
 * String}, as the value of the one Java expression that the body is; where it is {@link SqlBody}, the body is SQL.
 *
 * @param <B> what it takes: {@code String} for the body's text, else the type of the expression
 * @param <R> what it returns, {@link Void} for nothing
 */
public interface CellMagic<B, R> {
    /** Runs the magic over the body; a {@link MagicException} is the user's slip, anything else ours. */
    @Nullable R run(Notebook notebook, B body) throws Exception;
}
