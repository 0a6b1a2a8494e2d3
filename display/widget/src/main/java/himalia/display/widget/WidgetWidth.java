package himalia.display.widget;

import static himalia.display.bundle.Given.given;

import java.util.regex.Pattern;

/** How much room a widget takes in the page. */
final class WidgetWidth {
    private static final Pattern LENGTH = Pattern.compile("\\d+(\\.\\d+)?(px|em|rem|ch|%|vw)|auto");

    private WidgetWidth() {}

    /** Returns the room of a width as style sheets write it, {@code 12em}. */
    static WidgetModel width(String width) {
        given(width, "the width", "give one such as 200px");
        if (!LENGTH.matcher(width).matches()) {
            throw new IllegalArgumentException(
                    "a width is a number and its unit, such as 200px, 12em or 50%; got '"
                            + width
                            + "'");
        }
        return WidgetModel.of("@jupyter-widgets/base", "2.0.0", "Layout").with("width", width);
    }
}
