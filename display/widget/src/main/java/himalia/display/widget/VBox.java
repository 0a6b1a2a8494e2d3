package himalia.display.widget;

import java.util.Arrays;
import java.util.List;

/** Widgets one below the other. */
public final class VBox extends Box {
    private VBox(List<? extends Widget> children) {
        super("VBox", children, "<div>", "\n");
    }

    /** Puts widgets one below the other. */
    public static VBox of(Widget... children) {
        return of(Arrays.asList(children));
    }

    /** Puts widgets one below the other. */
    public static VBox of(List<? extends Widget> children) {
        return new VBox(children);
    }
}
