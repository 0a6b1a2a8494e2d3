package himalia.display.chart;

import himalia.display.chart.data.Columns;
import himalia.display.chart.data.DataColumn;
import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Numbers;

/** How columns of numbers grow with each other, as coloured cells. */
final class Correlations {
    private static final int MOST = 60;

    private Correlations() {}

    static Figure of(String title, Columns table) {
        var columns =
                table.names().stream()
                        .map(table::column)
                        .filter(column -> column.kind() == DataColumn.Kind.NUMBERS)
                        .toList();
        if (columns.size() > MOST) {
            throw new IllegalArgumentException(
                    "correlations can be read of up to %d columns, the table has %,d of numbers; take fewer"
                            .formatted(MOST, columns.size()));
        }
        var values = new double[columns.size()][columns.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j <= i; j++) {
                values[i][j] = pearson(columns.get(i).values(), columns.get(j).values());
                values[j][i] = values[i][j];
            }
        }
        var names = columns.stream().map(DataColumn::name).toList();
        return Grids.heatMap(title, names, names, values, true);
    }

    /** Of the rows in which both are known; NaN where one of them never changes. */
    private static double pearson(Numbers some, Numbers others) {
        if (some.min() == some.max() || others.min() == others.max()) {
            return Double.NaN;
        }
        double count = Numbers.finite(some, others);
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < some.size(); i++) {
            boolean both = Double.isFinite(some.at(i)) && Double.isFinite(others.at(i));
            meanX += both ? some.at(i) / count : 0;
            meanY += both ? others.at(i) / count : 0;
        }
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < some.size(); i++) {
            double x = some.at(i) - meanX;
            double y = others.at(i) - meanY;
            boolean both = Double.isFinite(x) && Double.isFinite(y);
            products += both ? x * y : 0;
            squaresX += both ? x * x : 0;
            squaresY += both ? y * y : 0;
        }
        return products / Math.sqrt(squaresX * squaresY);
    }
}
