package io.github.spencerpark.jupyter.kernel.magic.registry;

import himalia.compat.MagicMethods;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.OwnMagics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers magics that cells make, and calls those there are. */
public class Magics {
    public void registerLineMagic(String name, LineMagicFunction<?> magic) {
        OwnMagics.line(name, magic::execute);
    }

    public void registerCellMagic(String name, CellMagicFunction<?> magic) {
        OwnMagics.cell(name, magic::execute);
    }

    public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(
            String name, T magic) {
        registerLineMagic(name, magic);
        registerCellMagic(name, magic);
    }

    /** Registers the methods of an object that {@link LineMagic} and {@link CellMagic} mark. */
    public void registerMagics(Object magics) {
        MagicMethods.register(magics.getClass(), magics);
    }

    /** Registers the methods of a class; an instance is made where one is needed. */
    public void registerMagics(Class<?> magicsClass) {
        MagicMethods.register(magicsClass, null);
    }

    public <T> @Nullable T applyLineMagic(String name, List<String> args) throws Exception {
        return CurrentNotebook.anyLine(name, args.toArray());
    }

    public <T> @Nullable T applyCellMagic(String name, List<String> args, String body)
            throws Exception {
        return CurrentNotebook.anyCell(name, body, args.toArray());
    }
}
