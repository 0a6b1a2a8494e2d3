package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What a library does when it joins a notebook; named in its {@code META-INF/services}. */
public interface Extension {
    void install(BaseKernel kernel);

    default void uninstall(BaseKernel kernel) {}
}
