package io.github.spencerpark.ijava.runtime;

import himalia.compat.Evaluation;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import org.jspecify.annotations.Nullable;

/** What cells call by name: {@code getKernelInstance()}, {@code eval("1 + 2")}. */
public final class Kernel {
    private Kernel() {}

    public static JavaKernel getKernelInstance() {
        return IJava.getKernelInstance();
    }

    /** Evaluates code in the scope of the notebook and returns its value. */
    public static @Nullable Object eval(String code) throws Exception {
        return Evaluation.of(code);
    }
}
