package himalia.display.chart.draw;

import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data of one mark as rows, few enough for a page.
 *
 * @param columns the names in each row
 * @param values the rows
 */
record VegaRows(List<String> columns, List<Map<String, Object>> values) {
    private static final int MOST = 2000;

    static VegaRows of(Mark mark) {
        if (mark instanceof Mark.Line line) {
            return rows(List.of("x", "y"), line.x(), line.y());
        }
        if (mark instanceof Mark.Points points) {
            return rows(List.of("x", "y"), points.x(), points.y());
        }
        if (mark instanceof Mark.Band band) {
            return rows(List.of("x", "y", "y2"), band.x(), band.low(), band.high());
        }
        if (mark instanceof Mark.Blocks blocks) {
            return whole(
                    rows(
                            List.of("x", "x2", "y", "y2"),
                            blocks.left(),
                            blocks.right(),
                            blocks.bottom(),
                            blocks.top()));
        }
        if (mark instanceof Mark.Arrow arrow) {
            return ends(arrow.x1(), arrow.x2(), arrow.y1(), arrow.y2());
        }
        if (mark instanceof Mark.Reference reference) {
            return ends(reference.x1(), reference.x2(), reference.y1(), reference.y2());
        }
        if (mark instanceof Mark.Words words) {
            return ends(words.x(), words.x(), words.y(), words.y());
        }
        return cells((Mark.Cells) mark);
    }

    private static VegaRows rows(List<String> names, Numbers... columns) {
        var size = columns[0].size();
        var every = Math.max(1, (size + MOST - 1) / MOST);
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < size; i += every) {
            var row = new LinkedHashMap<String, Object>();
            for (int c = 0; c < columns.length; c++) {
                // Not a number is no JSON: the row then has a gap.
                if (Double.isFinite(columns[c].at(i))) {
                    row.put(names.get(c), columns[c].at(i));
                }
            }
            rows.add(row);
        }
        return new VegaRows(names, rows);
    }

    /** A rectangle that lacks an edge is none. */
    private static VegaRows whole(VegaRows rows) {
        return new VegaRows(
                rows.columns,
                rows.values.stream().filter(row -> row.size() == rows.columns.size()).toList());
    }

    /** An end at infinity is left out: a rule without it spans the frame. */
    private static VegaRows ends(double x1, double x2, double y1, double y2) {
        var row = new LinkedHashMap<String, Object>();
        var values = new double[] {x1, x2, y1, y2};
        var names = List.of("x", "x2", "y", "y2");
        for (int i = 0; i < values.length; i++) {
            var both = Double.isFinite(values[i]) && Double.isFinite(values[i ^ 1]);
            if (both && !(i % 2 == 1 && values[i] == values[i - 1])) {
                row.put(names.get(i), values[i]);
            }
        }
        return new VegaRows(List.copyOf(row.keySet()), List.of(row));
    }

    private static VegaRows cells(Mark.Cells cells) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < cells.rows().size(); i++) {
            for (int j = 0; j < cells.rows().get(i).size() && rows.size() < 4 * MOST; j++) {
                var value = cells.rows().get(i).at(j);
                if (Double.isFinite(value)) {
                    rows.add(
                            Map.of(
                                    "x", j - 0.5, "x2", j + 0.5, "y", i - 0.5, "y2", i + 0.5,
                                    "value", value));
                }
            }
        }
        return new VegaRows(List.of("x", "x2", "y", "y2"), rows);
    }
}
