package himalia.evaluation.slices;

import himalia.display.grid.IntervalTable;
import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import himalia.evaluation.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Slices, a row each. */
record SlicesGrid(Slices slices) implements NamedColumns {
    private static final double LEAST_SHOWN = 1e-4;

    @Override
    public String name() {
        return slices.metric() + " of slices";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(slices.slices().size());
    }

    @Override
    public List<String> columnNames() {
        return List.of("rows", slices.metric(), "95 % from", "to", "p");
    }

    @Override
    public String rowName(long row) {
        return slices.slices().get((int) row).name();
    }

    @Override
    public Object cell(long row, int column) {
        var slice = slices.slices().get((int) row);
        return switch (column) {
            case 0 -> slice.size();
            case 1 -> slice.score().value();
            case 2 -> slice.score().low();
            case 3 -> slice.score().high();
            default -> p(slice.corrected());
        };
    }

    /** Returns the same with the intervals drawn, beside that of all rows. */
    IntervalTable drawn() {
        var rows = new ArrayList<IntervalTable.Row>();
        rows.add(row("all rows", slices.rows(), slices.overall(), "", false));
        for (var slice : slices.slices()) {
            rows.add(
                    row(
                            slice.name(),
                            slice.size(),
                            slice.score(),
                            p(slice.corrected()),
                            slice.corrected() < Slices.ALPHA));
        }
        return new IntervalTable(
                List.of("slice", "rows", slices.metric(), "p"), rows, slices.overall().value());
    }

    private static String p(double p) {
        if (Double.isNaN(p)) {
            return "n/a";
        }
        return p < LEAST_SHOWN ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    private static IntervalTable.Row row(
            String name, int rows, Interval score, String p, boolean isWorse) {
        return new IntervalTable.Row(
                List.of(
                        name,
                        String.format(Locale.ROOT, "%,d", rows),
                        Double.isNaN(score.value())
                                ? "n/a"
                                : String.format(Locale.ROOT, "%.4f", score.value()),
                        p),
                score.value(),
                score.low(),
                score.high(),
                isWorse);
    }
}
