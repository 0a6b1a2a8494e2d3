package himalia.display.widget;

import static himalia.display.bundle.Given.given;

import java.util.List;
import java.util.stream.Collectors;

/** Widgets together, whichever way they lie. */
abstract class Box implements Widget {
    private final WidgetModel model;
    private final List<Widget> children;
    private final String tag;
    private final String between;

    /**
     * @param name of the model in the front end
     * @param tag opens the element that holds them where there are no widgets
     * @param between what separates them in text
     */
    Box(String name, List<? extends Widget> children, String tag, String between) {
        children.forEach(child -> given(child, "a widget"));
        this.children = List.copyOf(children);
        this.tag = tag;
        this.between = between;
        model =
                WidgetModel.control(name)
                        .with("box_style", "")
                        .with("children", this.children.stream().map(Widget::model).toList());
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return children.stream().map(Widget::html).collect(Collectors.joining("", tag, "</div>"));
    }

    @Override
    public String toString() {
        return children.stream()
                .map(Widget::toString)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
    }
}
