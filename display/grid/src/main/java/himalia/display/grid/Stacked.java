package himalia.display.grid;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of what is large itself, such as tables: the first few as each of them looks, below each other. */
final class Stacked {
    private static final int MOST = 3;

    private Stacked() {}

    /** Returns the list's look, unless its elements fit a line or have no look of their own. */
    static Optional<MimeBundle> of(List<?> list) {
        var head = list.subList(0, Math.min(MOST, list.size()));
        if (head.isEmpty() || !head.stream().allMatch(Stacked::isLarge)) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        var pages = new ArrayList<String>();
        for (var each : head) {
            var look = Display.renderers().render(each);
            if (!(look.data().get(MimeBundle.HTML) instanceof String page)) {
                return Optional.empty();
            }
            texts.add(look.text());
            pages.add(page);
        }
        if (list.size() > head.size()) {
            var more = Grouped.of(list.size()) + " in all";
            texts.add("… " + more);
            pages.add("<p>… " + more + "</p>");
        }
        return Optional.of(
                MimeBundle.plain(String.join("\n\n", texts)).html(String.join("\n", pages)));
    }

    private static boolean isLarge(Object value) {
        // What holds others is shown in a line, and may be endless.
        boolean isOne =
                !(value == null
                        || value instanceof CharSequence
                        || value instanceof Collection
                        || value instanceof Map
                        || value instanceof Object[]);
        return isOne && toText(value).contains("\n");
    }

    private static String toText(Object value) {
        try {
            var text = value.toString();
            return text == null ? "" : text;
        } catch (RuntimeException e) {
            return "";
        }
    }
}
