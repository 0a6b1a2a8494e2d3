package himalia.evaluation.slices;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.ArrayList;
import java.util.List;

/** Both numbers of each slice, of all rows, and standardised where that can be. */
record SimpsonsGrid(SimpsonsCheck check, List<SimpsonsCheck.Pair> pairs) implements NamedColumns {
    SimpsonsGrid(SimpsonsCheck check) {
        this(check, pairs(check));
    }

    private static List<SimpsonsCheck.Pair> pairs(SimpsonsCheck check) {
        var pairs = new ArrayList<>(check.slices());
        pairs.add(check.overall());
        check.standardised().ifPresent(pairs::add);
        return List.copyOf(pairs);
    }

    @Override
    public String name() {
        return check.what() + " by " + check.by();
    }

    @Override
    public RowCount rows() {
        return RowCount.of(pairs.size());
    }

    @Override
    public List<String> columnNames() {
        return List.of(check.first(), "its rows", check.second(), "rows of that", "higher");
    }

    @Override
    public String rowName(long row) {
        return pairs.get((int) row).name();
    }

    @Override
    public Object cell(long row, int column) {
        var pair = pairs.get((int) row);
        return switch (column) {
            case 0 -> pair.first();
            case 1 -> pair.firstRows();
            case 2 -> pair.second();
            case 3 -> pair.secondRows();
            default -> higher(pair);
        };
    }

    private String higher(SimpsonsCheck.Pair pair) {
        if (pair.order() == 0) {
            return "neither";
        }
        return pair.order() > 0 ? check.first() : check.second();
    }
}
