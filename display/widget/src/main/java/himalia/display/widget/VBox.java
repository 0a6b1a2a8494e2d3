package himalia.display.widget;

import java.util.List;
import java.util.stream.Collectors;

/** Widgets one below the other. */
public final class VBox implements Widget {
    private final WidgetModel model;
    private final List<Widget> children;

    private VBox(List<? extends Widget> children) {
        this.children = List.copyOf(children);
        model =
                WidgetModel.control("VBox")
                        .with("box_style", "")
                        .with("children", this.children.stream().map(Widget::model).toList());
    }

    /** Puts widgets one below the other. */
    public static VBox of(Widget... children) {
        return of(List.of(children));
    }

    /** Puts widgets one below the other. */
    public static VBox of(List<? extends Widget> children) {
        return new VBox(children);
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return children.stream()
                .map(Widget::html)
                .collect(Collectors.joining("", "<div>", "</div>"));
    }

    @Override
    public String toString() {
        return children.stream()
                .map(Widget::toString)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
