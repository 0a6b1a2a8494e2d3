package himalia.table;

import himalia.display.chart.Chart;
import himalia.display.chart.ChartRenderer;
import himalia.display.chart.Charts;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How long charts of a table of 100,000 rows take to the notebook's bytes; run by hand, beside matplotlib in the same minute. */
final class TableChartBench {
    private static final int ROWS = 100_000;
    private static final int RUNS = 20;

    private TableChartBench() {}

    public static void main(String[] arguments) {
        var chance = new Random(1);
        var walk = new double[ROWS];
        for (int i = 1; i < ROWS; i++) {
            walk[i] = walk[i - 1] + chance.nextGaussian();
        }
        var start = LocalDateTime.of(2024, 1, 1, 0, 0);
        var table =
                Table.create(
                        DoubleColumn.create(
                                "x", IntStream.range(0, ROWS).asDoubleStream().toArray()),
                        DoubleColumn.create("walk", walk),
                        DoubleColumn.create("a", chance.doubles(ROWS).toArray()),
                        DoubleColumn.create(
                                "b",
                                IntStream.range(0, ROWS)
                                        .mapToDouble(i -> chance.nextGaussian())
                                        .toArray()),
                        StringColumn.create(
                                "kind", IntStream.range(0, ROWS).mapToObj(i -> "k" + i % 3)),
                        DateTimeColumn.create(
                                "time", IntStream.range(0, ROWS).mapToObj(start::plusMinutes)));
        measure("line", () -> Charts.line(table).x("x").y("walk"));
        measure("scatter", () -> Charts.scatter(table).x("a").y("b"));
        measure("scatter by", () -> Charts.scatter(table).x("a").y("b").by("kind"));
        measure("histogram", () -> Charts.histogram(table).x("b").bins(40));
        measure("time series", () -> Charts.line(table).x("time").y("walk"));
        measure("area", () -> Charts.area(table).x("x").y("a").by("kind"));
        measure("boxes", () -> Charts.box(table).x("kind").y("b"));
        measure("density", () -> Charts.density(table).x("b").by("kind"));
    }

    private static void measure(String name, Supplier<Chart> chart) {
        var times = new double[RUNS];
        int bytes = 0;
        for (int run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            var png = new ChartRenderer().render(chart.get()).data().get("image/png");
            bytes = png instanceof byte[] file ? file.length : 0;
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        var first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%-12s first %4.0f ms, least %5.1f ms, median %5.1f ms, %d kB%n",
                name, first, times[0], times[RUNS / 2], bytes / 1000);
    }
}
