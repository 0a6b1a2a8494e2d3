package himalia.display.widget;

import himalia.display.bundle.Escape;

/**
 * A bar that fills, counted in whole numbers.
 *
 * <pre>{@code
 * var bar = IntProgress.of("epochs", 20);
 * bar.set(3);
 * }</pre>
 */
public final class IntProgress implements Widget {
    private final WidgetModel model;
    private final int to;

    private IntProgress(String description, int to) {
        if (!(to > 0)) {
            throw new IllegalArgumentException("a bar must end above 0, got " + to);
        }
        this.to = to;
        model =
                Described.control("IntProgress", "Progress", description)
                        .with("min", 0)
                        .with("max", to)
                        .with("value", 0)
                        .with("bar_style", "")
                        .with("orientation", "horizontal");
    }

    /** A bar from 0 to {@code to}. */
    public static IntProgress of(String description, int to) {
        return new IntProgress(description, to);
    }

    /** Fills the bar up to {@code value}. */
    public void set(int value) {
        model.set("value", value);
    }

    /** Colours the bar as a good end, or as a bad one. */
    public void finish(boolean good) {
        model.set("bar_style", good ? "success" : "danger");
    }

    /** Returns how far it is filled. */
    public int value() {
        return ((Number) model.get("value")).intValue();
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return "<div>"
                + Escape.html(String.valueOf(model.get("description")))
                + " <progress value=\""
                + value()
                + "\" max=\""
                + to
                + "\"></progress></div>";
    }

    @Override
    public String toString() {
        return Described.line(String.valueOf(model.get("description")), value() + " of " + to);
    }
}
