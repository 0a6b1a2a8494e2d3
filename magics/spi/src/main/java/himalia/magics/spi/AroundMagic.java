package himalia.magics.spi;

import org.jspecify.annotations.Nullable;

/**
 * One magic around ordinary code: {@code %%name} around the rest of the cell, {@code %name code} around the rest of the
 * line. The code runs as code of the cell, so what it declares stays.
 *
 * <p>One instance serves both calls, so it may keep what it needs in fields. A positional parameter labelled {@code
 * VARIABLE} names a variable of the notebook that {@link #after}'s value is put into.
 *
 * @param <R> what {@link #after} returns, {@link Void} for nothing
 */
public interface AroundMagic<R> {
    /** Called before the code. */
    void before(Notebook notebook) throws Exception;

    /** Called after the code, also when it failed. */
    @Nullable R after(Notebook notebook) throws Exception;

    /** Called instead of {@link #after} where nothing of the code ran: it does not compile, or was interrupted before. */
    default void abandon(Notebook notebook) throws Exception {
        after(notebook);
    }
}
