package org.dflib.jjava.jupyter.kernel.magic;

import himalia.magics.spi.OwnMagics;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Registers magics that cells make. */
public class MagicsRegistry {
    private final BaseKernel kernel;

    public MagicsRegistry(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @SuppressWarnings("unchecked") // there is one kernel, whatever the magic calls its type
    public MagicsRegistry registerLineMagic(String name, LineMagic<?, ?> magic) {
        var known = (LineMagic<?, BaseKernel>) magic;
        OwnMagics.line(name, words -> known.eval(kernel, words));
        return this;
    }

    @SuppressWarnings("unchecked") // there is one kernel, whatever the magic calls its type
    public MagicsRegistry registerCellMagic(String name, CellMagic<?, ?> magic) {
        var known = (CellMagic<?, BaseKernel>) magic;
        OwnMagics.cell(name, (words, body) -> known.eval(kernel, words, body));
        return this;
    }
}
