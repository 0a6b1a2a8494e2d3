package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %%name} does.
 *
 * @param <T> what it returns
 * @param <K> the kernel
 */
@FunctionalInterface
public interface CellMagic<T, K extends BaseKernel> {
    @Nullable T eval(K kernel, List<String> args, String body) throws Exception;
}
