package himalia.evaluation.explanation;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.display.grid.IntervalTable;
import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What each column counts, a row each, the most first. */
record ImportanceGrid(PermutationImportance importance, double confidence) implements NamedColumns {
    @Override
    public String name() {
        return "what mixing a column costs of " + importance.metric();
    }

    @Override
    public RowCount rows() {
        return RowCount.of(importance.features().size());
    }

    @Override
    public List<String> columnNames() {
        return hasInterval() ? List.of("importance", "95 % from", "to") : List.of("importance");
    }

    /** Tells whether columns were mixed more than once. */
    private boolean hasInterval() {
        return Arrays.stream(importance.lost()).anyMatch(each -> each.length > 1);
    }

    @Override
    public String rowName(long row) {
        return importance.features().get((int) row);
    }

    @Override
    public Object cell(long row, int column) {
        var interval = PermutationImportance.interval(importance.lost()[(int) row], confidence);
        return switch (column) {
            case 0 -> interval.value();
            case 1 -> interval.low();
            default -> interval.high();
        };
    }

    MimeBundle bundle() {
        var headline =
                String.format(
                        Locale.ROOT,
                        "%s %.4f; with a column mixed%s it is worse by:",
                        Visible.line(importance.metric()),
                        importance.whole(),
                        hasInterval() ? "" : ", once, which gives no interval,");
        var grid = Grid.of(this).with(GridOptions.DEFAULT.precision(4));
        return MimeBundle.plain(headline + "\n\n" + grid.text())
                .html(Escape.verbatim("<p>" + Escape.html(headline) + "</p>" + drawn().html()));
    }

    private IntervalTable drawn() {
        var rows = IntStream.range(0, importance.features().size()).mapToObj(this::row).toList();
        return new IntervalTable(List.of("column", "importance"), rows, 0);
    }

    private IntervalTable.Row row(int place) {
        var lost = importance.lost()[place];
        var interval = PermutationImportance.interval(lost, confidence);
        return new IntervalTable.Row(
                List.of(
                        importance.features().get(place),
                        String.format(Locale.ROOT, "%.4f", interval.value())),
                interval.value(),
                interval.low(),
                interval.high(),
                false,
                Arrays.stream(lost).boxed().toList());
    }
}
