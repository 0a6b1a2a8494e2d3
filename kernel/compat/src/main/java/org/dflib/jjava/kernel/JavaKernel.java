package org.dflib.jjava.kernel;

import himalia.magics.spi.CurrentNotebook;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The kernel as notebooks see it. */
public final class JavaKernel extends BaseKernel {
    public static final JavaKernel INSTANCE = new JavaKernel();

    private JavaKernel() {}

    /** Adds a jar, a folder or a pattern of them. */
    public void addToClasspath(String path) {
        CurrentNotebook.line("classpath", path);
    }
}
