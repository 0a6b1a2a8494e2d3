package himalia.display.widget;

import himalia.display.bundle.Escape;

/**
 * A button.
 *
 * <pre>{@code
 * var again = Button.of("Train again");
 * again.onClick(() -> curve.update(train()));
 * }</pre>
 */
public final class Button implements Widget {
    private final WidgetModel model;

    private Button(String words) {
        model =
                WidgetModel.control("Button")
                        .with("description", words)
                        .with("disabled", false)
                        .with("tooltip", "")
                        .with("icon", "")
                        .with("button_style", "");
    }

    /** A button with words on it. */
    public static Button of(String words) {
        return new Button(words);
    }

    /** Has {@code action} run at every click, in place of the one before; also while a cell runs. */
    public Button onClick(Runnable action) {
        model.onEvent(
                content -> {
                    if ("click".equals(content.get("event"))) {
                        action.run();
                    }
                });
        return this;
    }

    /**
     * Gives it so much room: {@code 200px}, {@code 12em}, {@code 50%}.
     *
     * @throws IllegalArgumentException if that is no width
     */
    public Button width(String width) {
        model.set("layout", WidgetWidth.width(width));
        return this;
    }

    /** Says what it does, where a mouse rests on it. */
    public Button tooltip(String words) {
        model.set("tooltip", words);
        return this;
    }

    /** Lets it be clicked, or not. */
    public void enable(boolean enabled) {
        model.set("disabled", !enabled);
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return "<button disabled>"
                + Escape.html(String.valueOf(model.get("description")))
                + "</button>";
    }

    @Override
    public String toString() {
        return "[" + model.get("description") + "]";
    }
}
