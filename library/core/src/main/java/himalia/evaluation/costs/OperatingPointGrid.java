package himalia.evaluation.costs;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** A threshold's alarms, and those rows that it lets pass. */
record OperatingPointGrid(OperatingPoint point) implements NamedColumns {
    private static final List<String> COLUMNS =
            List.of("alarms", "right", "wrong", "missed", "precision", "recall", "f1");

    @Override
    public String name() {
        return "what the threshold gives";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(1);
    }

    @Override
    public List<String> columnNames() {
        return COLUMNS;
    }

    @Override
    public String rowName(long row) {
        return point.positive();
    }

    @Override
    public Object cell(long row, int column) {
        return switch (column) {
            case 0 -> Math.round(point.alarms());
            case 1 -> Math.round(point.hits());
            case 2 -> Math.round(point.falseAlarms());
            case 3 -> Math.round(point.misses());
            case 4 -> point.precision();
            case 5 -> point.recall();
            default -> point.f1();
        };
    }
}
