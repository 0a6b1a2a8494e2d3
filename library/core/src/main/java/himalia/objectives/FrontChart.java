package himalia.objectives;

import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import java.util.Arrays;
import java.util.List;

/** Items by two objectives. */
final class FrontChart {
    private static final int FIRST = 10;

    private FrontChart() {}

    static Chart of(List<String> names, double[][] scores, int[] ranking, int[] front) {
        var x = names.get(0);
        var first = Arrays.copyOf(ranking, Math.min(FIRST, ranking.length));
        return Charts.scatter("Items by %s and %s".formatted(x, names.get(1)))
                .x(x, scores[0])
                .y("items", scores[1])
                .x(x, of(scores[0], first))
                .y("first " + first.length, of(scores[1], first))
                .x(x, of(scores[0], front))
                .y("front", of(scores[1], front))
                .yLabel(names.get(1));
    }

    private static double[] of(double[] scores, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
    }
}
