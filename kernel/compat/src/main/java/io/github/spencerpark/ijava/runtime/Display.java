package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What cells call by name where they keep the id of a display as a text: {@code String id = display(x)}. */
public final class Display {
    private Display() {}

    public static DisplayData render(@Nullable Object value) {
        return IJava.getKernelInstance().getRenderer().render(value);
    }

    public static DisplayData render(@Nullable Object value, String... as) {
        return IJava.getKernelInstance().getRenderer().renderAs(value, as);
    }

    /** Shows a value and returns the id to update it by. */
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
