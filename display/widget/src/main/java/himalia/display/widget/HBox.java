package himalia.display.widget;

import java.util.Arrays;
import java.util.List;

/** Widgets side by side. */
public final class HBox extends Box {
    private HBox(List<? extends Widget> children) {
        super("HBox", children, "<div style=\"display: flex; gap: 1em\">", "    ");
    }

    /** Puts widgets side by side. */
    public static HBox of(Widget... children) {
        return of(Arrays.asList(children));
    }

    /** Puts widgets side by side. */
    public static HBox of(List<? extends Widget> children) {
        return new HBox(children);
    }
}
