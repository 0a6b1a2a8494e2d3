package himalia.features;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import java.util.List;

/** What a step has learnt, a row for each column. */
record LearntGrid(List<Learnt> lines) implements GridSource {
    LearntGrid {
        lines = List.copyOf(lines);
    }

    @Override
    public String name() {
        return "what was learnt";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(lines.size());
    }

    @Override
    public int columns() {
        return 1;
    }

    @Override
    public String columnName(int column) {
        return "learnt";
    }

    @Override
    public String typeName(int column) {
        return "";
    }

    @Override
    public String rowName(long row) {
        return lines.get((int) row).of();
    }

    @Override
    public boolean tellsSize() {
        return false;
    }

    @Override
    public Object cell(long row, int column) {
        return lines.get((int) row).text();
    }
}
