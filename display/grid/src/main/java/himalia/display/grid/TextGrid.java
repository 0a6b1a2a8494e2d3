package himalia.display.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a cut grid as text without boxes, at most a hundred columns wide; wider grids continue below. */
final class TextGrid {
    static final int LINE = 100;
    private static final String SPACE = "  ";

    private TextGrid() {}

    static String of(Cut cut) {
        var text = new StringBuilder();
        if (!cut.name().isEmpty()) {
            text.append(cut.name()).append('\n');
        }
        var index = index(cut);
        var width = index.stream().mapToInt(Width::of).max().orElse(0);
        for (var block : blocks(cut, width)) {
            for (int line = 0; line < index.size(); line++) {
                var row = new StringBuilder(Width.right(index.get(line), width));
                for (var column : block) {
                    row.append(SPACE).append(column.get(line));
                }
                text.append(row.toString().stripTrailing()).append('\n');
            }
            text.append('\n');
        }
        if (!cut.columns().isEmpty()) {
            text.setLength(text.length() - 1);
        }
        return text.append(cut.summary()).toString().stripTrailing();
    }

    /** The lines at the left: the header's, then one for each row and for the gap. */
    private static List<String> index(Cut cut) {
        return withHeader(cut, "", "", cut.rowNames());
    }

    private static List<List<List<String>>> blocks(Cut cut, int indexWidth) {
        var blocks = new ArrayList<List<List<String>>>();
        var block = new ArrayList<List<String>>();
        var used = indexWidth;
        for (var column : columns(cut)) {
            var width = SPACE.length() + Width.of(column.get(0));
            if (!block.isEmpty() && used + width > LINE) {
                blocks.add(List.copyOf(block));
                block.clear();
                used = indexWidth;
            }
            block.add(column);
            used += width;
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static List<List<String>> columns(Cut cut) {
        var columns = new ArrayList<List<String>>();
        for (var column : cut.columns()) {
            columns.add(lines(cut, column));
        }
        if (cut.columnSelection().gap() >= 0) {
            var lines = index(cut).size();
            columns.add(cut.columnSelection().gap(), Collections.nCopies(lines, "…"));
        }
        return columns;
    }

    private static List<String> lines(Cut cut, Cut.Column column) {
        var texts = column.cells().stream().map(GridCell::text).toList();
        var lines = withHeader(cut, column.name().text(), column.type(), texts);
        var width = lines.stream().mapToInt(Width::of).max().orElse(0);
        lines.replaceAll(
                text -> column.numeric() ? Width.right(text, width) : Width.left(text, width));
        return lines;
    }

    private static List<String> withHeader(Cut cut, String name, String type, List<String> rows) {
        var lines = new ArrayList<String>();
        lines.add(name);
        if (cut.hasTypes()) {
            lines.add(type);
        }
        var header = lines.size();
        lines.addAll(rows);
        if (cut.rows().gap() >= 0) {
            lines.add(header + cut.rows().gap(), "⋮");
        }
        return lines;
    }
}
