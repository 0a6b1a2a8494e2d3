package himalia.display.widget;

import java.util.function.Consumer;

/**
 * A box that is checked or not.
 *
 * <pre>{@code
 * var log = Checkbox.of("logarithmic", false);
 * }</pre>
 */
public final class Checkbox implements ValueWidget<Boolean> {
    private final WidgetModel model;
    private final Value<Boolean> value;

    private Checkbox(String description, boolean start) {
        model =
                Described.control("Checkbox", "Checkbox", description)
                        .with("value", start)
                        .with("indent", true);
        value = new Value<>(model, "value", Boolean.TRUE::equals, checked -> checked);
    }

    /** A box that begins checked or not. */
    public static Checkbox of(String description, boolean start) {
        return new Checkbox(description, start);
    }

    @Override
    public Boolean value() {
        return value.get();
    }

    @Override
    public void set(Boolean checked) {
        value.set(checked);
    }

    @Override
    public void onChange(Consumer<? super Boolean> listener) {
        value.onChange(listener);
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String toString() {
        return (value() ? "[x] " : "[ ] ") + model.get("description");
    }
}
