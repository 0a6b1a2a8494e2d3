package himalia.features;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Whether somebody has moved the rows of a table. */
final class RowOrder {
    private RowOrder() {}

    /**
     * Returns true if the columns that both tables have show it: two or more hold the same values at other places, which
     * still stand beside each other, and none that differs from row to row is as it was. One column alone shows nothing,
     * nor do those that a rule explains: a rule such as {@code x -> -x} changes values in place and may leave the same ones.
     */
    static boolean isChanged(Table before, Table after) {
        var old = new ArrayList<List<String>>();
        var now = new ArrayList<List<String>>();
        var interrupt = new InterruptCheck();
        for (var column : before.columns()) {
            interrupt.ask();
            if (!after.containsColumn(column.name())) {
                continue;
            }
            var was = cells(column);
            var is = cells(Tables.column(after, column.name()));
            if (was.equals(is)) {
                if (was.stream().distinct().limit(2).count() == 2) {
                    return false;
                }
            } else if (sorted(was).equals(sorted(is))) {
                old.add(was);
                now.add(is);
            }
        }
        return old.size() > 1
                && IntStream.range(0, old.size()).anyMatch(i -> !isRule(old.get(i), now.get(i)))
                && sorted(rows(old)).equals(sorted(rows(now)));
    }

    /** Whether equal values became equal ones; where no two are equal, that says nothing. */
    private static boolean isRule(List<String> was, List<String> is) {
        var rule = new HashMap<String, String>();
        for (int row = 0; row < was.size(); row++) {
            var known = rule.putIfAbsent(was.get(row), is.get(row));
            if (known != null && !known.equals(is.get(row))) {
                return false;
            }
        }
        return rule.size() < was.size();
    }

    private static List<String> sorted(List<String> cells) {
        return cells.stream().sorted().toList();
    }

    private static List<String> rows(List<List<String>> columns) {
        return IntStream.range(0, columns.get(0).size())
                .mapToObj(row -> columns.stream().map(cells -> cells.get(row)).toList().toString())
                .toList();
    }

    private static List<String> cells(Column<?> column) {
        return IntStream.range(0, column.size())
                .mapToObj(row -> Tables.isMissing(column, row) ? "" : column.getString(row))
                .toList();
    }
}
