package himalia.display.widget;

/** The words beside a control, and how much room they get. */
final class Described {
    /** What fits the room that the page gives by itself. */
    private static final int SHORT = 11;

    private static final WidgetModel ROOMY =
            WidgetModel.of("@jupyter-widgets/controls", "2.0.0", "DescriptionStyle")
                    .with("_view_module", "@jupyter-widgets/base")
                    .with("_view_name", "StyleView")
                    .with("description_width", "initial");

    private Described() {}

    /** Returns the model of a control with a description. */
    static WidgetModel control(String name, String view, String description) {
        var model =
                WidgetModel.control(name, view)
                        .with("description", description)
                        .with("disabled", false);
        return description.length() > SHORT ? model.with("style", ROOMY) : model;
    }

    /** Returns the control as a line of text. */
    static String line(String description, Object value) {
        return description.isEmpty() ? String.valueOf(value) : description + ": " + value;
    }
}
