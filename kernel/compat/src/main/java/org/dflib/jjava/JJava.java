package org.dflib.jjava;

import org.dflib.jjava.kernel.JavaKernel;

/** Where notebooks find the kernel. */
public final class JJava {
    private JJava() {}

    public static JavaKernel getKernelInstance() {
        return JavaKernel.INSTANCE;
    }
}
