package org.dflib.jjava.jupyter.kernel;

import himalia.compat.Evaluation;
import himalia.magics.spi.CurrentNotebook;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** What cells call by name. */
public final class BaseNotebookStatics {
    private BaseNotebookStatics() {}

    public static void printf(String format, @Nullable Object... args) {
        System.out.printf(format, args);
    }

    public static @Nullable Object eval(String source) {
        return Evaluation.of(source);
    }

    public static <T> @Nullable T lineMagic(String name, List<String> args) {
        return CurrentNotebook.anyLine(name, args.toArray());
    }

    public static <T> @Nullable T cellMagic(String name, List<String> args, String body) {
        return CurrentNotebook.anyCell(name, body, args.toArray());
    }

    public static DisplayData render(@Nullable Object value) {
        return BaseKernel.notebookKernel().getRenderer().render(value);
    }

    public static DisplayData render(@Nullable Object value, String... as) {
        return BaseKernel.notebookKernel().getRenderer().renderAs(value, as);
    }

    public static String display(@Nullable Object value) {
        return show(render(value));
    }

    public static String display(@Nullable Object value, String... as) {
        return show(render(value, as));
    }

    public static void updateDisplay(String id, @Nullable Object value) {
        himalia.display.bundle.Display.updateDisplay(id, value);
    }

    public static void updateDisplay(String id, @Nullable Object value, String... as) {
        himalia.display.bundle.Display.updateDisplay(id, render(value, as));
    }

    private static String show(DisplayData data) {
        var id = data.getDisplayId() == null ? UUID.randomUUID().toString() : data.getDisplayId();
        himalia.display.bundle.Display.displayWithId(id, data);
        return id;
    }
}
