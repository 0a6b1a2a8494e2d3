package org.dflib.jjava.jupyter.kernel;

import himalia.compat.Evaluation;
import himalia.display.bundle.Display;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/** The kernel as notebooks and libraries see it. */
public abstract class BaseKernel {
    private final Renderer renderer = new Renderer();
    private final MagicsRegistry magics = new MagicsRegistry(this);

    public Renderer getRenderer() {
        return renderer;
    }

    public MagicsRegistry getMagicsRegistry() {
        return magics;
    }

    /** The same, by the name that older notebooks use. */
    public MagicsRegistry getMagics() {
        return magics;
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

    /** Returns the kernel of this notebook. */
    public static BaseKernel notebookKernel() {
        return org.dflib.jjava.kernel.JavaKernel.INSTANCE;
    }
}
