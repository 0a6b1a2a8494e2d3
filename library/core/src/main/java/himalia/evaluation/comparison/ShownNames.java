package himalia.evaluation.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Long names in a narrow column: where cut ones would look alike, what they share is left out of their middle. */
final class ShownNames {
    private static final int HEAD = 12;

    private ShownNames() {}

    /**
     * Returns the names, each of which can be told from the others by what is left where a column cuts it.
     *
     * @param names different ones
     * @param width the most characters that are shown
     */
    static List<String> of(List<String> names, int width) {
        var shown = new ArrayList<String>();
        for (var name : names) {
            int shared =
                    names.stream()
                            .filter(other -> !other.equals(name))
                            .filter(other -> cut(other, width).equals(cut(name, width)))
                            .mapToInt(other -> shared(name, other))
                            .max()
                            .orElse(0);
            int word =
                    Math.max(name.lastIndexOf(' ', shared - 1), name.lastIndexOf('[', shared - 1));
            shown.add(
                    shared == 0 || word < HEAD
                            ? name
                            : name.substring(0, HEAD) + "…" + name.substring(word + 1));
        }
        var cut = new LinkedHashSet<String>();
        shown.forEach(name -> cut.add(cut(name, width)));
        if (cut.size() < names.size()) {
            for (int i = 0; i < names.size(); i++) {
                shown.set(i, (i + 1) + ": " + shown.get(i));
            }
        }
        return shown;
    }

    private static String cut(String name, int width) {
        return name.length() <= width ? name : name.substring(0, width - 1) + "…";
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
