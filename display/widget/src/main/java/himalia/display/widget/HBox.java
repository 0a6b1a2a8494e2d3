package himalia.display.widget;

import java.util.List;
import java.util.stream.Collectors;

/** Widgets side by side. */
public final class HBox implements Widget {
    private final WidgetModel model;
    private final List<Widget> children;

    private HBox(List<? extends Widget> children) {
        this.children = List.copyOf(children);
        model =
                WidgetModel.control("HBox")
                        .with("box_style", "")
                        .with("children", this.children.stream().map(Widget::model).toList());
    }

    /** Puts widgets side by side. */
    public static HBox of(Widget... children) {
        return of(List.of(children));
    }

    /** Puts widgets side by side. */
    public static HBox of(List<? extends Widget> children) {
        return new HBox(children);
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String html() {
        return children.stream()
                .map(Widget::html)
                .collect(
                        Collectors.joining(
                                "", "<div style=\"display: flex; gap: 1em\">", "</div>"));
    }

    @Override
    public String toString() {
        return children.stream()
                .map(Widget::toString)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("    "));
    }
}
