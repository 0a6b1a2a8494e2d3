package himalia.evaluation.clustering;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures of a grouping, one a row. */
record ClusterGrid(List<Map.Entry<String, Double>> measures) implements NamedColumns {
    static MimeBundle shown(String headline, Map<String, Double> measures) {
        var grid =
                Grid.of(new ClusterGrid(List.copyOf(measures.entrySet())))
                        .with(GridOptions.DEFAULT.precision(4));
        return MimeBundle.plain(headline + "\n\n" + grid.text())
                .html(Escape.verbatim("<p>" + Escape.html(headline) + "</p>" + grid.html()));
    }

    static String line(String headline, Map<String, Double> measures) {
        return measures.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.4f", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", ", headline + ": ", ""));
    }

    @Override
    public String name() {
        return "how good the groups are";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(measures.size());
    }

    @Override
    public List<String> columnNames() {
        return List.of("value");
    }

    @Override
    public String rowName(long row) {
        return measures.get((int) row).getKey();
    }

    @Override
    public Object cell(long row, int column) {
        return measures.get((int) row).getValue();
    }
}
