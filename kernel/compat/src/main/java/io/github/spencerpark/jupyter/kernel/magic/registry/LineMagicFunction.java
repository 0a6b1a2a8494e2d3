package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %name} does.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface LineMagicFunction<T> {
    @Nullable T execute(List<String> args) throws Exception;
}
