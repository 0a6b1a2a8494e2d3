package himalia.display.widget;

import himalia.display.bundle.Escape;

/**
 * Words in the page that can be changed.
 *
 * <pre>{@code
 * var state = Label.of("waiting");
 * state.set("training");
 * Label.html("<b>bold</b>")
 * }</pre>
 */
public final class Label implements Widget {
    private final WidgetModel model;
    private final boolean markup;

    private Label(String kind, String text) {
        model =
                WidgetModel.control(kind)
                        .with("value", text)
                        .with("description", "")
                        .with("placeholder", "");
        markup = kind.equals("HTML");
    }

    /** Plain words. */
    public static Label of(String text) {
        return new Label("Label", text);
    }

    /** Words with markup. */
    public static Label html(String markup) {
        return new Label("HTML", markup);
    }

    /** Shows other words. */
    public void set(String text) {
        model.set("value", text);
    }

    /** Returns the words, with their markup where they have any. */
    public String value() {
        return String.valueOf(model.get("value"));
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return "<div>" + (markup ? value() : Escape.html(value())) + "</div>";
    }

    @Override
    public String toString() {
        return markup ? value().replaceAll("<[^>]*>", "") : value();
    }
}
