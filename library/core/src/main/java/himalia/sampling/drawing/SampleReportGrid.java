package himalia.sampling.drawing;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report's lines: a value, its share in the table and in the sample, and what follows. */
record SampleReportGrid(SampleReport report) implements NamedColumns {
    @Override
    public String name() {
        return "shares of values";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(report.shares().size());
    }

    @Override
    public List<String> columnNames() {
        return List.of(
                "value",
                report.isWeighed() ? "in the weighed table" : "in the table",
                "in the sample",
                "interval",
                "so it has");
    }

    @Override
    public String rowName(long row) {
        return report.shares().get((int) row).column();
    }

    @Override
    public boolean leavesBlank(long row, int column) {
        return true;
    }

    @Override
    public @Nullable Object cell(long row, int column) {
        var share = report.shares().get((int) row);
        return switch (column) {
            case 0 -> share.value();
            case 1 -> percent(share.population());
            case 2 -> percent(share.sample());
            case 3 -> percent(share.low()) + " to " + percent(share.high());
            default -> share.isTooRare() ? "too few" : share.isTooFrequent() ? "too many" : null;
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
