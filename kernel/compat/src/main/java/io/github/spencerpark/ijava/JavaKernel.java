package io.github.spencerpark.ijava;

import himalia.magics.spi.CurrentNotebook;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;

/** The kernel as notebooks see it. */
public final class JavaKernel extends BaseKernel {
    private final Magics magics = new Magics();

    JavaKernel() {}

    public Magics getMagics() {
        return magics;
    }

    /** Adds a jar, a folder or a pattern of them. */
    public void addToClasspath(String path) {
        CurrentNotebook.line("classpath", path);
    }
}
