package himalia.display.grid;

import java.util.Arrays;
import java.util.List;

/** A list as text: the first few hundred elements, and how many there are. */
final class LongText {
    private static final int MOST = 500;

    private LongText() {}

    static String of(List<?> list) {
        var text = new StringBuilder("[");
        for (int i = 0; i < Math.min(MOST, list.size()); i++) {
            text.append(i == 0 ? "" : ", ").append(element(list.get(i)));
        }
        return text.append(list.size() > MOST ? ", … " + Grouped.of(list.size()) + " in all]" : "]")
                .toString();
    }

    private static String element(Object element) {
        if (element == null || !element.getClass().isArray()) {
            return String.valueOf(element);
        }
        var text = Arrays.deepToString(new Object[] {element});
        return text.substring(1, text.length() - 1);
    }
}
