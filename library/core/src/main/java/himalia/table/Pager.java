package himalia.table;

import himalia.display.widget.Button;
import himalia.display.widget.Dropdown;
import himalia.display.widget.HBox;
import himalia.display.widget.Label;
import himalia.display.widget.Widget;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Where a person stands in a long list of rows, and the buttons that lead on. */
final class Pager {
    private static final List<Integer> SIZES = List.of(10, 20, 50, 100);
    private static final String ROOM = "3em";

    private final Dropdown<Integer> size;
    private final Button first = Button.of("«").tooltip("First page").width(ROOM);
    private final Button previous = Button.of("‹").tooltip("Page before").width(ROOM);
    private final Button next = Button.of("›").tooltip("Next page").width(ROOM);
    private final Button last = Button.of("»").tooltip("Last page").width(ROOM);
    private final Label place = Label.of("");

    private int from;
    private int rows;

    /**
     * @param wanted how many rows a page begins with
     * @param turn shows the page where this stands
     */
    Pager(int wanted, Runnable turn) {
        var sizes = new TreeSet<>(SIZES);
        sizes.add(wanted);
        size = Dropdown.of("rows a page", List.copyOf(sizes));
        size.set(wanted);
        size.width("12em");
        size.onChange(any -> turn.run());
        first.onClick(() -> to(0, turn));
        previous.onClick(() -> to(from - size.value(), turn));
        next.onClick(() -> to(from + size.value(), turn));
        last.onClick(() -> to(Integer.MAX_VALUE, turn));
    }

    private void to(int row, Runnable turn) {
        from = row;
        turn.run();
    }

    /** Goes back to the first page. */
    void first() {
        from = 0;
    }

    /** Stays within so many rows, at the beginning of a page, and returns how many that page holds. */
    int clamp(int newRows) {
        rows = newRows;
        int most = Math.max(0, rows - 1);
        from = Math.min(Math.max(0, from), most) / size.value() * size.value();
        return Math.min(size.value(), rows - from);
    }

    int from() {
        return from;
    }

    /** Says where this stands, and which buttons lead anywhere. */
    void tell(int all) {
        int to = Math.min(rows, from + size.value());
        var found = rows == all ? "" : String.format(Locale.ROOT, " (%,d in all)", all);
        place.set(
                rows == 0
                        ? "no rows" + found
                        : String.format(
                                Locale.ROOT,
                                "rows %,d to %,d of %,d%s",
                                from + 1,
                                to,
                                rows,
                                found));
        first.enable(from > 0);
        previous.enable(from > 0);
        next.enable(to < rows);
        last.enable(to < rows);
    }

    String place() {
        return place.value();
    }

    Widget controls() {
        return HBox.of(first, previous, next, last, size, place);
    }
}
