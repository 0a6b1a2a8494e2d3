package himalia.display.widget;

import java.util.Map;
import java.util.function.Consumer;

/**
 * A control that holds a value.
 *
 * @param <T> the type of the value
 */
public abstract sealed class ValueWidget<T> implements Widget
        permits Checkbox, Dropdown, FloatSlider, IntSlider, Text {
    private final WidgetModel model;
    private final String entry;

    /**
     * @param entry of the model that stands for the value
     */
    ValueWidget(WidgetModel model, String entry) {
        this.model = model;
        this.entry = entry;
        model.allow(entry, this::allows);
    }

    /** Returns whether an entry stands for a value; the page may say anything. */
    abstract boolean allows(Object stated);

    /** Returns the value that an allowed entry stands for. */
    abstract T read(Object stated);

    /** Returns the entry that stands for a value. */
    Object state(T value) {
        return value;
    }

    /** Says why a value cannot be set. */
    abstract String refusal(T value);

    /** Returns the value. */
    public final T value() {
        return model.together(() -> read(model.get(entry)));
    }

    /** Changes the value, here and in the page. */
    public final void set(T value) {
        model.change(
                () -> {
                    var stated = state(value);
                    if (!allows(stated)) {
                        throw new IllegalArgumentException(refusal(value));
                    }
                    return Map.of(entry, stated);
                });
    }

    /**
     * Has {@code listener} hear every new value, whoever set it.
     *
     * <p>What the page sets is told on the thread of the comms' handlers, also while a cell runs.
     */
    public final void onChange(Consumer<? super T> listener) {
        model.onChange(entry, () -> listener.accept(value()));
    }

    /** Lets the page change the value, or not. */
    public final void enable(boolean enabled) {
        model.set("disabled", !enabled);
    }

    /**
     * Gives the control and the words beside it so much room: {@code 200px}, {@code 12em}, {@code 50%}.
     *
     * @throws IllegalArgumentException if that is no width
     */
    public final void width(String width) {
        model.set("layout", WidgetWidth.width(width));
    }

    @Override
    public final WidgetModel model() {
        return model;
    }

    /** Returns the words beside it. */
    final String description() {
        return String.valueOf(model.get("description"));
    }
}
