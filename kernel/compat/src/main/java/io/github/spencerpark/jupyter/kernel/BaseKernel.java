package io.github.spencerpark.jupyter.kernel;

import himalia.compat.Evaluation;
import himalia.display.bundle.Display;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import org.jspecify.annotations.Nullable;

/** The kernel as notebooks see it. */
public abstract class BaseKernel {
    private final Renderer renderer = new Renderer();

    public Renderer getRenderer() {
        return renderer;
    }

    public void display(DisplayData data) {
        var id = data.getDisplayId();
        if (id == null) {
            Display.display(data);
        } else {
            Display.displayWithId(id, data);
        }
    }

    /** Evaluates code and draws its value. */
    public DisplayData eval(String code) {
        return renderer.render(evalRaw(code));
    }

    /** Evaluates code and returns its value. */
    public @Nullable Object evalRaw(String code) {
        return Evaluation.of(code);
    }
}
