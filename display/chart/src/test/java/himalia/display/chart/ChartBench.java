package himalia.display.chart;

import java.util.Arrays;

/** How long charts take from data to the notebook's bytes; run by hand, beside matplotlib in the same minute. */
final class ChartBench {
    private static final int RUNS = 30;

    private ChartBench() {}

    public static void main(String[] arguments) {
        measure("line of 1,000 points", () -> Gallery.noisy(1000));
        measure("scatter of 100,000 points", () -> Gallery.dense(100_000));
        measure("line of 1,000,000 points", () -> Gallery.noisy(1_000_000));
    }

    private static void measure(String name, java.util.function.Supplier<Chart> chart) {
        var drawn = chart.get();
        var times = new double[RUNS];
        var bytes = 0;
        for (int run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            bytes =
                    new ChartRenderer().render(drawn).data().get("image/png") instanceof byte[] png
                            ? png.length
                            : 0;
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        var first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%s: first %.0f ms, median %.1f ms, %d kB%n",
                name, first, times[RUNS / 2], bytes / 1000);
    }
}
