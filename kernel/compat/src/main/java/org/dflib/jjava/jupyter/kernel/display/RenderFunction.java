package org.dflib.jjava.jupyter.kernel.display;

/**
 * Draws a value into a context.
 *
 * @param <T> the values it draws
 */
@FunctionalInterface
public interface RenderFunction<T> {
    void render(T data, RenderContext context);
}
