package himalia.evaluation;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metrics, one a row, under words on what they tell. */
record MetricsGrid(String name, List<Map.Entry<String, Double>> metrics) implements NamedColumns {
    static MetricsGrid of(String name, Evaluation evaluation) {
        return new MetricsGrid(name, List.copyOf(evaluation.metrics().entrySet()));
    }

    /** Shows them under a headline, with what is to be known of what was judged. */
    MimeBundle under(String headline, Judged judged) {
        var grid = Grid.of(this).with(GridOptions.DEFAULT.precision(decimals()));
        var line = Visible.line(headline);
        return MimeBundle.plain(judged.after(line, "\n") + "\n\n" + grid.text())
                .html(
                        Escape.verbatim("<p>" + judged.after(Escape.html(line), "<br>") + "</p>")
                                + grid.html());
    }

    /** Below this, an exponent reads better than zeros. */
    private static final double TINY = 1e-6;

    /** Returns how many decimals show four digits of the smallest metric, and four of all others. */
    private int decimals() {
        return metrics.stream().mapToInt(metric -> decimals(metric.getValue())).max().orElse(4);
    }

    /** Returns a metric as text. */
    static String text(double value) {
        boolean isTiny = value != 0 && Math.abs(value) < TINY;
        return String.format(Locale.ROOT, isTiny ? "%.3e" : "%." + decimals(value) + "f", value);
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        return size >= TINY && size < 0.01 ? 3 - (int) Math.floor(Math.log10(size)) : 4;
    }

    @Override
    public RowCount rows() {
        return RowCount.of(metrics.size());
    }

    @Override
    public List<String> columnNames() {
        return List.of("value");
    }

    @Override
    public String rowName(long row) {
        return metrics.get((int) row).getKey().replace('_', ' ');
    }

    @Override
    public Object cell(long row, int column) {
        return metrics.get((int) row).getValue();
    }
}
