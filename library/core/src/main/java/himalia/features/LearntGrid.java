package himalia.features;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** What a step has learnt, a row for each column. */
record LearntGrid(List<Learnt> lines) implements NamedColumns {
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
    public List<String> columnNames() {
        return List.of("learnt");
    }

    @Override
    public String rowName(long row) {
        return lines.get((int) row).of();
    }

    @Override
    public Object cell(long row, int column) {
        return lines.get((int) row).text();
    }
}
