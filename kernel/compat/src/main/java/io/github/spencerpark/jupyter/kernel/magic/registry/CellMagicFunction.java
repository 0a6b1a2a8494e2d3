package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %%name} does.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface CellMagicFunction<T> {
    @Nullable T execute(List<String> args, String body) throws Exception;
}
