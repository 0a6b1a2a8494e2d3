package himalia.display.widget;

import java.util.function.Consumer;

/**
 * A line to type into.
 *
 * <pre>{@code
 * var name = Text.of("name", "churn");
 * name.onSubmit(text -> display(find(text)));   // when Enter is pressed
 * }</pre>
 */
public final class Text implements ValueWidget<String> {
    private final WidgetModel model;
    private final Value<String> value;

    private Text(String description, String start) {
        model =
                Described.control("Text", "Text", description)
                        .with("value", start)
                        .with("placeholder", "")
                        .with("continuous_update", true);
        value = new Value<>(model, "value", String::valueOf, text -> text);
    }

    /** A line that begins with {@code start} in it. */
    public static Text of(String description, String start) {
        return new Text(description, start);
    }

    /** Has {@code listener} hear the text when Enter is pressed. */
    public void onSubmit(Consumer<? super String> listener) {
        model.onEvent(
                content -> {
                    if ("submit".equals(content.get("event"))) {
                        listener.accept(value());
                    }
                });
    }

    @Override
    public String value() {
        return value.get();
    }

    @Override
    public void set(String text) {
        value.set(text);
    }

    @Override
    public void onChange(Consumer<? super String> listener) {
        value.onChange(listener);
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String toString() {
        return Described.line(String.valueOf(model.get("description")), value());
    }
}
