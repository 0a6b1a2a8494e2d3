package himalia.display.widget;

import himalia.display.bundle.Escape;

/** A bar that fills, whatever its numbers are. */
abstract class Bar implements Widget {
    private final WidgetModel model;
    private final Number to;

    /**
     * @param name of the model in the front end
     * @param start where it begins, as the kind of number it counts in
     */
    Bar(String name, String description, Number start, Number to) {
        if (!(to.doubleValue() > 0)) {
            throw new IllegalArgumentException("a bar must end above 0, got " + to);
        }
        this.to = to;
        model =
                Described.control(name, "Progress", description)
                        .with("min", start)
                        .with("max", to)
                        .with("value", start)
                        .with("bar_style", "")
                        .with("orientation", "horizontal");
    }

    /** Colours the bar as a good end, or as a bad one. */
    public void finish(boolean good) {
        model.set("bar_style", good ? "success" : "danger");
    }

    /** Returns how far it is filled. */
    Number filled() {
        return (Number) model.get("value");
    }

    /** Returns where it is full. */
    Number end() {
        return to;
    }

    /** Returns how far it is filled, as it is written. */
    abstract String written();

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return "<div>"
                + Escape.html(String.valueOf(model.get("description")))
                + " <progress value=\""
                + written()
                + "\" max=\""
                + to
                + "\"></progress></div>";
    }

    @Override
    public String toString() {
        return Described.line(String.valueOf(model.get("description")), written() + " of " + to);
    }
}
