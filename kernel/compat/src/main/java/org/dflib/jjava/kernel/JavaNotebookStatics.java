package org.dflib.jjava.kernel;

/** What cells call by name. */
public final class JavaNotebookStatics {
    private JavaNotebookStatics() {}

    public static JavaKernel kernel() {
        return JavaKernel.INSTANCE;
    }

    public static JavaKernel getKernelInstance() {
        return JavaKernel.INSTANCE;
    }
}
