package himalia.features.leakage;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found, a row each. */
record LeakGrid(LeakageReport report) implements NamedColumns {
    private static final List<String> COLUMNS =
            List.of("found", "rows of the test table", "what to do");
    private static final int SHOWN = 8;

    @Override
    public String name() {
        return "leaks";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(report.leaks().size());
    }

    @Override
    public List<String> columnNames() {
        return COLUMNS;
    }

    @Override
    public String rowName(long row) {
        var kind = report.leaks().get((int) row).kind();
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (kind.isCertain() ? "" : "?");
    }

    @Override
    public Object cell(long row, int column) {
        var leak = report.leaks().get((int) row);
        return switch (column) {
            case 0 -> leak.text();
            case 1 -> rows(leak.rows());
            default -> leak.advice();
        };
    }

    static String rows(List<Integer> rows) {
        var first =
                rows.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return rows.size() <= SHOWN ? first : first + " and %d more".formatted(rows.size() - SHOWN);
    }
}
