package himalia.display.grid;

import himalia.display.bundle.PlainText;
import himalia.display.bundle.Visible;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values other than numbers as one line of text: cut to a width, with what cannot be seen made visible. */
final class CellText {
    /** A whole value in a tooltip: enough to read, not enough to make a page heavy. */
    private static final int WHOLE = 500;

    private static final int ITEMS = 6;

    /** Levels of what is nested; what holds itself has no end. */
    private static final int DEEPEST = 5;

    private CellText() {}

    static GridCell of(Object value, int width) {
        if (value instanceof CharSequence text) {
            return of(text, width);
        }
        if (value instanceof Character character) {
            return of(character.toString(), width);
        }
        return plain(text(value), width);
    }

    private static GridCell of(CharSequence text, int width) {
        return plain(told(text), width);
    }

    /** A text that would be mistaken for something else is quoted. */
    private static CharSequence told(CharSequence text) {
        var ambiguous =
                text.length() == 0
                        || (text.length() < WHOLE
                                && (text.toString().equals("null")
                                        || !text.toString().strip().contentEquals(text)));
        return ambiguous ? "\"" + text + "\"" : text;
    }

    static GridCell plain(CharSequence text, int width) {
        var head = text.subSequence(0, Math.min(text.length(), WHOLE));
        var line = Visible.line(head);
        var cutShort = head.length() < text.length();
        if (!cutShort && Width.of(line) <= width) {
            return new GridCell(line, line, GridCell.Kind.TEXT);
        }
        return new GridCell(
                Visible.isolated(Width.cut(line, width)),
                line + (cutShort ? "…" : ""),
                GridCell.Kind.TEXT);
    }

    /** The value in words, however large it is: only the first few of its elements are looked at. */
    static String text(@Nullable Object value) {
        return text(value, 0);
    }

    private static String text(@Nullable Object value, int depth) {
        if (depth == DEEPEST
                && (value instanceof Optional
                        || value instanceof Map
                        || value instanceof Collection)) {
            return "…";
        }
        if (value == null) {
            return "null";
        }
        if (value instanceof CharSequence words) {
            return told(words).toString();
        }
        if (value instanceof byte[] bytes) {
            return Grouped.of(bytes.length, "byte");
        }
        if (value.getClass().isArray()) {
            return Shape.of(value) + first(value);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(each -> text(each, depth + 1)).orElse("empty");
        }
        if (value instanceof Map<?, ?> map && !PlainText.hasOwnText(map)) {
            var items = new ArrayList<String>();
            map.entrySet().stream()
                    .limit(ITEMS)
                    .forEach(
                            e ->
                                    items.add(
                                            text(e.getKey(), depth + 1)
                                                    + "="
                                                    + text(e.getValue(), depth + 1)));
            return "{" + String.join(", ", items) + (map.size() > ITEMS ? ", …" : "") + "}";
        }
        if (value instanceof Collection<?> collection && !PlainText.hasOwnText(collection)) {
            var items = new ArrayList<String>();
            collection.stream().limit(ITEMS).forEach(item -> items.add(text(item, depth + 1)));
            return "["
                    + String.join(", ", items)
                    + (collection.size() > ITEMS ? ", … " + collection.size() + " in all" : "")
                    + "]";
        }
        return PlainText.of(value);
    }

    private static String first(Object array) {
        var deepest = array;
        while (deepest.getClass().getComponentType().isArray()) {
            if (Array.getLength(deepest) == 0 || Array.get(deepest, 0) == null) {
                return "";
            }
            deepest = Array.get(deepest, 0);
        }
        var length = Array.getLength(deepest);
        var items = new ArrayList<String>();
        for (int i = 0; i < Math.min(length, ITEMS); i++) {
            items.add(text(Array.get(deepest, i)));
        }
        return " " + String.join(", ", items) + (length > ITEMS || deepest != array ? ", …" : "");
    }
}
